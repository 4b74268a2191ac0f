// Measures in a test: given, answered and sent by their verbs.
import { asActor } from '@/db/access/as-actor';
import { listWaiting } from '@/db/queries/measures/mine';
import { giveMeasure, takeBackMeasure } from '@/lib/measures/give-measure';
import { answerItem } from '@/lib/measures/mine/answer-item';
import { sendMeasure } from '@/lib/measures/mine/send-measure';
import { answerItemInput, giveMeasureInput } from '@/lib/measures/schema';
import { dayOf } from '../../support/partner-day';
import type { PartnerInTest, StaffInTest } from '../../support/people';
import type { AtWork } from '../plan/plan-in-test';

type Given = { form?: string; everyWeeks?: string; dueOn?: string };

/** Gives one and answers its id. */
export async function giveTo(
  work: AtWork,
  partner: PartnerInTest,
  { form = 'nine', everyWeeks = '', dueOn }: Given = {},
  by: StaffInTest | PartnerInTest = work.therapist,
): Promise<string> {
  const { coupleId } = work.couple;
  const on = dueOn ?? (await dayOf(work.couple.first)).day;
  const input = giveMeasureInput.parse({ coupleId, partnerId: partner.partnerId, form, everyWeeks, dueOn: on });
  await asActor(by.token, (tx) => giveMeasure(tx, input));
  const { rows } = await work.owner.query<{ id: string }>(
    'select id from measures_given where partner_id = $1 order by given_at desc limit 1',
    [partner.partnerId],
  );
  return rows[0]!.id;
}

export const takeBack = (work: AtWork, givenId: string, by: StaffInTest | PartnerInTest = work.therapist) =>
  asActor(by.token, (tx) => takeBackMeasure(tx, { coupleId: work.couple.coupleId, givenId }));

export const waitingFor = (partner: PartnerInTest) => asActor(partner.token, listWaiting);

export const keepAll = (partner: PartnerInTest, givenId: string, answers: Record<string, string>) =>
  asActor(partner.token, (tx) => answerItem(tx, answerItemInput.parse({ givenId, place: 'all', answers })));

export const send = (partner: PartnerInTest, givenId: string) =>
  asActor(partner.token, (tx) => sendMeasure(tx, { givenId }));

/** Answers on one page and sends. */
export async function answerAll(partner: PartnerInTest, givenId: string, answers: Record<string, string>) {
  await keepAll(partner, givenId, answers);
  return send(partner, givenId);
}

/** The same answer to the first so many questions. */
export const alike = (count: number, place: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`q${at + 1}`, String(place)]));

export async function scoresOf(work: AtWork) {
  const { rows } = await work.owner.query(
    `select *, total::float8 as total, "on"::text as "on" from measure_scores where couple_id = $1 order by sent_at, id`,
    [work.couple.coupleId],
  );
  return rows as (Record<string, unknown> & { id: string; answers: Buffer })[];
}
