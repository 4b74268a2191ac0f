/** What partners gave over time: check-ins, words for the therapist, and words that both see. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import type { Unit } from '../plan-acts';
import type { Answers } from '../schema/answers';
import type { Confidentiality } from '../schema/intakes';

export type TimelineRow = {
  kind: 'checkIn' | 'reflection' | 'sharedWords';
  id: string;
  partnerId: string;
  on: string;
  /** To the microsecond, because the next page begins after it. */
  at: string;
  title: string | null;
  unit: Unit | null;
  extraQuestions: string[] | null;
  answers: Answers;
  text: Buffer | null;
  policy: Confidentiality | null;
};
export type TimelinePlace = { at: string; id: string };

/** The newest first; `before` is where the page before ended. One statement. */
export async function listTimeline(
  tx: ActorTx,
  coupleId: string,
  before: TimelinePlace | null,
  limit: number,
): Promise<TimelineRow[]> {
  const found = await tx.db.execute<TimelineRow>(sql`
    select t.kind, t.id, t.partner_id as "partnerId", t."on"::text as "on", to_json(t.at) #>> '{}' as "at", v.title, t.unit,
           v.content -> 'extraCheckIn' as "extraQuestions", t.answers, t.text, t.policy
      from (
        select 'checkIn' as kind, k.id, k.partner_id, k."on", k.sent_at as at, k.assignment_id, k.unit,
               k.answers || jsonb_strip_nulls(jsonb_build_object('comfort', k.comfort, 'distressNow', k.distress_now, 'distressWorst', k.distress_worst,
                 'connected', k.connected, 'pain', k.pain)) as answers, k.texts as text, k.policy
          from check_ins k where k.couple_id = ${coupleId}
        union all
        select 'reflection', r.id, r.partner_id, plan.day_of(r.sent_at, c.time_zone), r.sent_at, r.assignment_id, null, '{}', r.text, r.policy
          from reflections r join couples c on c.id = r.couple_id where r.couple_id = ${coupleId}
        union all
        select 'sharedWords', w.id, w.partner_id, w."on", w.sent_at, null, null, '{}', w.text, null
          from shared_words w where w.couple_id = ${coupleId}
      ) t
      left join assignments a on a.id = t.assignment_id
      left join step_versions v on v.id = a.step_version_id
     where ${before?.at ?? null}::timestamptz is null or (t.at, t.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid)
     order by t.at desc, t.id desc
     limit ${limit}`);
  return found.rows;
}
