/** What one partner gave, for that person's own record: check-ins and answers to steps, sealed texts beside. */
import { sql, type SQL } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { Answers } from '../../schema/answers';
import type { ContactKind, ContactOutcome } from '../../schema/follow-up';

type Range = { fromOn: string | null; toOn: string | null };
const within = (day: SQL, { fromOn, toOn }: Range) =>
  sql`(${fromOn}::date is null or ${day} >= ${fromOn}::date) and (${toOn}::date is null or ${day} <= ${toOn}::date)`;

export type GivenRow = { id: string; on: string; title: string; answers: Answers; texts: Buffer | null };

/** One partner's own check-ins, the first first. One statement. */
export async function listOwnCheckIns(tx: ActorTx, partnerId: string, range: Range): Promise<GivenRow[]> {
  const found = await tx.db.execute<GivenRow>(sql`
    select k.id, k."on"::text as on, v.title, k.texts,
           k.answers || jsonb_strip_nulls(jsonb_build_object('comfort', k.comfort, 'distressNow', k.distress_now, 'distressWorst', k.distress_worst,
             'connected', k.connected, 'pain', k.pain)) as answers
      from check_ins k
      join assignments a on a.id = k.assignment_id
      join step_versions v on v.id = a.step_version_id
     where k.partner_id = ${partnerId} and ${within(sql`k."on"`, range)}
     order by k."on", k.sent_at, k.id`);
  return found.rows;
}

/** One partner's own answers to "do you want this step?", the first first. One statement. */
export async function listOwnConsents(tx: ActorTx, partnerId: string, range: Range): Promise<GivenRow[]> {
  const day = sql`(s.answered_at at time zone c.time_zone)::date`;
  const found = await tx.db.execute<GivenRow>(sql`
    select s.id, ${day}::text as on, v.title, s.texts, s.answers
      from consents s
      join couples c on c.id = s.couple_id
      join assignments a on a.id = s.assignment_id
      join step_versions v on v.id = a.step_version_id
     where s.partner_id = ${partnerId} and ${within(day, range)}
     order by s.answered_at, s.id`);
  return found.rows;
}

export type OwnContactRow = {
  id: string;
  on: string;
  kind: ContactKind;
  outcome: ContactOutcome | null;
  words: Buffer | null;
  authorName: string;
};

/** Contacts about one partner that were not entered in error, the first first. One statement. */
export async function listOwnContacts(tx: ActorTx, partnerId: string, range: Range): Promise<OwnContactRow[]> {
  const found = await tx.db.execute<OwnContactRow>(sql`
    select n.id, n."on"::text as on, n.kind, n.outcome, n.words, m.name as "authorName"
      from contact_notes n
      join staff_members m on m.id = n.author_id
     where n.partner_id = ${partnerId} and n.in_error_id is null and ${within(sql`n."on"`, range)}
       and not exists (select from contact_notes x where x.in_error_id = n.id)
     order by n."on", n.written_at, n.id`);
  return found.rows;
}
