/** Measures on the stage: given, answered in the portal, entered from paper or as a total from elsewhere. */
import 'server-only';
import { enterExternalScore, enterPaperMeasure } from '@/lib/measures/enter-score';
import { giveMeasure } from '@/lib/measures/give-measure';
import { instrumentAt } from '@/lib/measures/instruments/all';
import { answerItem } from '@/lib/measures/mine/answer-item';
import { sendMeasure } from '@/lib/measures/mine/send-measure';
import { listWaiting } from '@/db/queries/measures/mine';
import { answerItemInput, externalScoreInput, giveMeasureInput, paperMeasureInput } from '@/lib/measures/schema';
import type { InTreatment } from './in-treatment';

type Form = 'nine' | 'seven' | 'twenty' | 'sixteen' | 'one';

/** "2 1 0 …": which answer was chosen for each question, from the left; a dash leaves one out. */
const places = (given: string): Record<string, string> =>
  Object.fromEntries(given.split(' ').flatMap((place, at) => (place === '-' ? [] : [[`q${at + 1}`, place]])));

/** `due` in days before today; `weeks` for one that comes again. */
export const gives = (couple: InTreatment, place: number, form: Form, due: number, weeks?: number) => () =>
  couple.stage.cast.as(couple.therapist, (tx) =>
    giveMeasure(
      tx,
      giveMeasureInput.parse({
        coupleId: couple.coupleId,
        partnerId: couple.partnerId(place),
        form,
        dueOn: couple.stage.calendar.day(due),
        everyWeeks: weeks === undefined ? '' : String(weeks),
      }),
    ),
  );

export const answers = (couple: InTreatment, place: number, form: Form, given: string) => () =>
  couple.stage.cast.as(couple.login(place), async (tx) => {
    const waiting = (await listWaiting(tx)).find(({ instrument }) => instrument === instrumentAt(form)?.id);
    const givenId = waiting!.id;
    await answerItem(tx, answerItemInput.parse({ givenId, place: 'all', answers: places(given) }));
    await sendMeasure(tx, { givenId });
  });

export const entersPaper = (couple: InTreatment, place: number, form: Form, on: number, given: string) => () =>
  couple.stage.cast.as(couple.therapist, (tx) =>
    enterPaperMeasure(
      tx,
      paperMeasureInput.parse({
        coupleId: couple.coupleId,
        partnerId: couple.partnerId(place),
        form,
        on: couple.stage.calendar.day(on),
        answers: places(given),
      }),
    ),
  );

export const entersTotal = (couple: InTreatment, place: number, name: string, on: number, total: string) => () =>
  couple.stage.cast.as(couple.therapist, (tx) =>
    enterExternalScore(
      tx,
      externalScoreInput.parse({
        coupleId: couple.coupleId,
        partnerId: couple.partnerId(place),
        name,
        on: couple.stage.calendar.day(on),
        total,
      }),
    ),
  );
