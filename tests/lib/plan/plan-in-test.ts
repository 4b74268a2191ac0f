// A couple at work in a test: the therapist's and the partners' acts by their verbs, and what each partner can see.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { asActor } from '@/db/access/as-actor';
import { answerConsent } from '@/lib/consents/answer-consent';
import { Refusal } from '@/lib/errors';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { actOnPlan } from '@/lib/plan/act-on-plan';
import { actOnStep } from '@/lib/plan/act-on-step';
import { assignStep } from '@/lib/plan/assign-step';
import { assignStepInput, type PlanActInput, planActInput, type StepActInput, stepActInput } from '@/lib/plan/schema';
import { moveClock } from '../../support/clock';
import {
  type CoupleInTest,
  makeCouple,
  makePractice,
  makeStaff,
  type PartnerInTest,
  type PracticeInTest,
  type StaffInTest,
} from '../../support/people';

export const YES = { wantThisWeek: 'Yes', ownChoice: 'Fully', stopAllRight: 'Yes' };
export const YES_ALONE = { wantAlone: 'Yes' };
export const AGREE = { wantAgreement: 'Yes', askedToStop: 'Yes' };

export type AtWork = { owner: pg.Pool; practice: PracticeInTest; therapist: StaffInTest; couple: CoupleInTest };

export async function beginWork(owner: pg.Pool, made: Parameters<typeof makeCouple>[3] = {}): Promise<AtWork> {
  const practice = await makePractice(owner);
  const therapist = await makeStaff(owner, practice);
  return { owner, practice, therapist, couple: await makeCouple(owner, practice, therapist, made) };
}

/** In a database of this file's own: no step rests, so that a test can say on which day one is open. */
export const withoutRestDays = (owner: pg.Pool) =>
  owner.query(
    `create or replace function plan.is_rest_day(p_assignment uuid, p_day date) returns boolean language sql stable as 'select false'`,
  );

export const nextDay = (work: AtWork, days = 1) => moveClock(work.owner, `${days * 24} hours`);

export async function stepIdOf(work: AtWork, code: string): Promise<string> {
  const found = await work.owner.query<{ id: string }>('select id from steps where practice_id = $1 and code = $2', [
    work.practice.practiceId,
    code,
  ]);
  return found.rows[0]!.id;
}

/** Assigns by the verb, with what the form would have sent; answers the assignment's id. */
export async function assign(
  work: AtWork,
  code: string,
  sent: Record<string, unknown> = {},
  by: StaffInTest | PartnerInTest = work.therapist,
): Promise<string> {
  const input = assignStepInput.parse({
    coupleId: work.couple.coupleId,
    stepId: await stepIdOf(work, code),
    rhythm: { kind: 'once' },
    minutes: { min: '5', max: '10' },
    opensWhenBothYes: 'yes',
    ...sent,
  });
  const answer = await asActor(by.token, (tx) => assignStep(tx, input));
  return answer.redirectTo!.split('#step-')[1]!;
}

export const act = (work: AtWork, assignmentId: string, what: string): Promise<unknown> => {
  const input: StepActInput = stepActInput.parse({ coupleId: work.couple.coupleId, assignmentId, act: what });
  return asActor(work.therapist.token, (tx) => actOnStep(tx, input));
};

export const actOnWhole = (work: AtWork, what: PlanActInput['act'], partner?: PartnerInTest): Promise<unknown> => {
  const input = planActInput.parse({ coupleId: work.couple.coupleId, act: what, partnerId: partner?.partnerId });
  return asActor(work.therapist.token, (tx) => actOnPlan(tx, input));
};

export const answer = (
  partner: PartnerInTest,
  assignmentId: string,
  answers: Record<string, string> = YES,
  unit: 'whole' | 'alone' | 'together' = 'whole',
) => asActor(partner.token, (tx) => answerConsent(tx, { assignmentId, unit, answers }));

/** How a partner finds one unit today: asked, open, done, or closed, which is the same as not there. */
export async function sees(
  partner: PartnerInTest,
  assignmentId: string,
  unit: 'whole' | 'alone' | 'together' = 'whole',
): Promise<string> {
  const day = await asActor(partner.token, readMyDay);
  return day.units.find((one) => one.assignmentId === assignmentId && one.unit === unit)?.state ?? 'closed';
}

export const bothSee = async (work: AtWork, assignmentId: string, unit?: 'whole' | 'alone' | 'together') => [
  await sees(work.couple.first, assignmentId, unit),
  await sees(work.couple.second, assignmentId, unit),
];

/** The sentence an act is refused with; empty when it was done. */
export async function refusalOf(doing: Promise<unknown>): Promise<string> {
  try {
    await doing;
    return '';
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** Marks steps as done without walking through them, where a test is about what comes after. */
export async function markDone(work: AtWork, ...codes: string[]): Promise<void> {
  for (const code of codes) {
    const id = randomUUID();
    await work.owner.query(
      `insert into assignments (id, practice_id, couple_id, step_version_id, mode, intensity, consent_every, needs_release, opens_when_both_yes,
         rhythm_kind, rhythm_times, rhythm_days, minutes_min, minutes_max, assigned_by)
       select $1, $2, $3, v.id, v.content ->> 'mode', 0, 'once', false, false, 'once', 1, '{}', 5, 10, $4
         from step_versions v join steps s on s.id = v.step_id where s.practice_id = $2 and s.code = $5`,
      [id, work.practice.practiceId, work.couple.coupleId, work.therapist.staffMemberId, code],
    );
    for (const kind of ['assigned', 'finished'])
      await work.owner.query(
        'insert into plan_events (practice_id, couple_id, kind, assignment_id, staff_member_id) values ($1, $2, $3, $4, $5)',
        [work.practice.practiceId, work.couple.coupleId, kind, id, work.therapist.staffMemberId],
      );
  }
}
