/** What the therapist does to a couple's plan on the stage. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listAssignments } from '@/db/queries/plan/plan';
import { listSteps } from '@/db/queries/plan/program';
import { restsOnAny } from '@/db/queries/demo/rest-days';
import { actOnStep } from '@/lib/plan/act-on-step';
import { assignStep } from '@/lib/plan/assign-step';
import { assignStepInput } from '@/lib/plan/schema';
import type { InTreatment, Unit } from './in-treatment';

export type Terms = {
  /** Days before today on which the story needs the step not to rest; tomorrow is -1. */
  opensOn?: number[];
  conditions?: string[];
  line?: string;
};

/** Thrown to undo an assignment that would rest on a day the story needs. */
class RestsThen extends Error {}

/** Chance draws rest days for each assignment; a draw that would rest on a needed day is rolled back and made again. */
export const assigns =
  (couple: InTreatment, code: string, { opensOn = [], conditions = [], line = '' }: Terms = {}) =>
  async () => {
    const days = opensOn.map((ago) => couple.stage.calendar.day(ago));
    const assignOnce = async (tx: ActorTx) => {
      const { stepId, content } = (await listSteps(tx)).find((step) => step.code === code)!;
      const minutes = content.parts?.map((part) => part.minutes) ?? [content.forPartners.minutes!];
      const input = assignStepInput.parse({
        coupleId: couple.coupleId,
        stepId,
        rhythm: {
          kind: content.rhythm.kind,
          times: String(content.rhythm.times),
          weeks: String(content.rhythm.weeks ?? ''),
        },
        minutes: {
          min: String(Math.min(...minutes.map(({ min }) => min))),
          max: String(Math.max(...minutes.map(({ max }) => max))),
        },
        own: conditions.join('\n'),
        line,
        opensWhenBothYes: 'yes',
      });
      await assignStep(tx, input);
      const { id } = (await listAssignments(tx, couple.coupleId)).at(-1)!;
      if (await restsOnAny(tx, id, days)) throw new RestsThen();
      couple.assignments.set(code, id);
    };
    for (;;) {
      try {
        return await couple.stage.cast.as(couple.therapist, assignOnce);
      } catch (error) {
        if (!(error instanceof RestsThen)) throw error;
      }
    }
  };

const acts = (couple: InTreatment, code: string, act: 'finish' | 'release', unit?: Unit) => () =>
  couple.stage.cast.as(couple.therapist, (tx) =>
    actOnStep(tx, { coupleId: couple.coupleId, assignmentId: couple.assignments.get(code)!, act, unit }),
  );

/** Marks a step, or one part of it, as done. */
export const finishes = (couple: InTreatment, code: string, unit?: Unit) => acts(couple, code, 'finish', unit);
export const releases = (couple: InTreatment, code: string, unit: Unit) => acts(couple, code, 'release', unit);
