/** What partners gave over time: check-ins, words for the therapist, and words that both see. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import type { Unit } from '../plan-acts';
import type { Answers } from '../schema/answers';
import type { Confidentiality } from '../schema/intakes';

export type TimelineRow = TimelinePlace & {
  kind: 'checkIn' | 'reflection' | 'sharedWords';
  id: string;
  partnerId: string;
  title: string | null;
  extraQuestions: string[] | null;
  answers: Answers;
  text: Buffer | null;
  policy: Confidentiality | null;
  /** A later policy that its author said is also for what they had written before. */
  widenedTo: Confidentiality | null;
  sentAt: string;
  /** Who entered it from paper; null for what the partner sent. */
  enteredBy: string | null;
};

/**
 * Where an occasion stands: what both partners gave of one unit on one day is one occasion, under its assignment; words are one each,
 * under their own id and without a unit.
 */
export type TimelinePlace = { on: string; of: string; unit: Unit | '' };

export type TimelineAsked = {
  /** Where the page before ended. */
  before: TimelinePlace | null;
  /** Only check-ins and words of this step. */
  stepId: string | null;
  /** How many occasions, each with all of its entries. */
  limit: number;
};

/** Whole occasions, the newest day first; within one, the first given first. One statement. */
export async function listTimeline(
  tx: ActorTx,
  coupleId: string,
  { before, stepId, limit }: TimelineAsked,
): Promise<TimelineRow[]> {
  const isOlder = before
    ? sql`("on", "of", unit) < (${before.on}::date, ${before.of}::uuid, ${before.unit}::text)`
    : sql`true`;
  const newest = sql`order by "on" desc, "of" desc, unit desc limit ${limit}`;
  const isOfStep = stepId
    ? sql`assignment_id in (select a.id from assignments a join step_versions v on v.id = a.step_version_id
                             where a.couple_id = ${coupleId} and v.step_id = ${stepId}::uuid)`
    : sql`true`;
  const found = await tx.db.execute<TimelineRow>(sql`
    with gave as materialized (
      (select distinct "on", "of", unit from (
         select k."on", k.assignment_id as "of", k.unit from check_ins k where k.couple_id = ${coupleId} and ${isOfStep}) k where ${isOlder} ${newest})
      union all
      (select "on", "of", unit from (
         select plan.day_of(r.sent_at, c.time_zone) as "on", r.id as "of", '' as unit
           from reflections r join couples c on c.id = r.couple_id where r.couple_id = ${coupleId} and ${isOfStep}) r where ${isOlder} ${newest})
      union all
      (select "on", "of", unit from (
         select w."on", w.id as "of", '' as unit from shared_words w where w.couple_id = ${coupleId} and ${stepId === null}) w where ${isOlder} ${newest})
    ), page as materialized (select "on", "of", unit from gave ${newest})
    select t.kind, t.id, t.partner_id as "partnerId", t."on"::text as "on", t."of", t.unit, v.title,
           v.content -> 'extraCheckIn' as "extraQuestions", t.answers, t.text, t.policy, m.name as "enteredBy",
           to_json(t.sent_at) #>> '{}' as "sentAt",
           case when t.policy is not null then
             (select f.policy from policy_answers g join confidentiality_policies f on f.proposal_id = g.proposal_id
               where g.partner_id = t.partner_id and g.includes_earlier and t.sent_at < f.set_at order by f.set_at desc limit 1) end as "widenedTo"
      from (
        select 'checkIn' as kind, k.id, k.partner_id, k."on", k.assignment_id as "of", k.unit, k.sent_at, k.assignment_id,
               k.answers || jsonb_strip_nulls(jsonb_build_object('comfort', k.comfort, 'distressNow', k.distress_now, 'distressWorst', k.distress_worst,
                 'connected', k.connected, 'pain', k.pain)) as answers, k.texts as text, k.policy, k.entered_by
          from check_ins k
         where k.couple_id = ${coupleId} and (k."on", k.assignment_id, k.unit) in (select "on", "of", unit from page where unit <> '')
        union all
        select 'reflection', r.id, r.partner_id, p."on", r.id, '', r.sent_at, r.assignment_id, '{}', r.text, r.policy, null
          from reflections r join page p on p."of" = r.id where r.couple_id = ${coupleId}
        union all
        select 'sharedWords', w.id, w.partner_id, p."on", w.id, '', w.sent_at, null, '{}', w.text, null, null
          from shared_words w join page p on p."of" = w.id where w.couple_id = ${coupleId}
      ) t
      left join assignments a on a.id = t.assignment_id
      left join step_versions v on v.id = a.step_version_id
      left join staff_members m on m.id = t.entered_by
     order by t."on" desc, t."of" desc, t.unit desc, t.sent_at, t.id`);
  return found.rows;
}

/** The steps that a couple checked in of, by title. One statement. */
export async function listStepsGiven(tx: ActorTx, coupleId: string): Promise<{ id: string; title: string }[]> {
  const found = await tx.db.execute<{ id: string; title: string }>(sql`
    select distinct on (v.step_id) v.step_id as id, v.title
      from assignments a
      join step_versions v on v.id = a.step_version_id
     where a.couple_id = ${coupleId}
       and (exists (select from check_ins k where k.couple_id = a.couple_id and k.assignment_id = a.id)
         or exists (select from reflections r where r.couple_id = a.couple_id and r.assignment_id = a.id))
     order by v.step_id, a.assigned_at desc`);
  return found.rows.toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
}
