// What stands beside a note while it is written. For a joint note the database is asked for no text of one partner's own.
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import type { Tier } from '../program/content';
import type { Answers } from '../schema/answers';
import { type GoalBesideRow, goalsBeside } from './frame/goals';

/** Sealed text as it crosses inside JSON. */
export type Base64 = string;

export type BesideDraft = {
  /** When the last session of the same record before this one began, if there was one. */
  since: string | null;
  /** The newest note of the same record (joint, or that partner's) of a session before this one, that was not entered in error. */
  before: { id: string; sections: Buffer; startsAt: string } | null;
  /** Since then, the newest first: of both for a joint note and without a text, else of one partner and whole. */
  checkIns: {
    id: string;
    partnerId: string;
    title: string;
    on: string;
    comfort: number | null;
    distressNow: number | null;
    distressWorst: number | null;
    connected: number | null;
    pain: number | null;
    answers: Answers;
    /** Sealed; null for a joint note, whatever was written. */
    texts: Base64 | null;
    /** Whose questions were answered. */
    programId: string;
  }[];
  /** Steps given to the couple since then, the newest first. */
  assigned: { id: string; title: string; at: string }[];
  /** How comfortable each was last before that time and last since it, where both were said. Without a session before, the first there was. */
  comfort: { partnerId: string; from: number; to: number }[];
  /** Open flags, by partner: for a joint note only those that a shown number raised. */
  tiers: { partnerId: string; tier: Tier; times: number }[];
  /** Words for both, since then: of both for a joint note, else of one partner. */
  words: { id: string; partnerId: string; on: string; text: Base64 }[];
  /** What one partner wrote to the therapist alone: only ever beside that partner's own individual note. */
  reflections: { id: string; partnerId: string; sentAt: string; text: Base64 }[];
  goals: GoalBesideRow[];
  /** The asker's own. */
  snippets: { id: string; content: Base64 }[];
};

type Found = Omit<BesideDraft, 'before'> & {
  beforeId: string | null;
  beforeSections: Buffer | null;
  beforeStartsAt: string | null;
};

/** Questions answered by a number that may stand in a joint record; every other flag comes from a choice about safety or a pause. */
const RAISED_BY_NUMBERS = sql`('comfort', 'distressNow', 'distressWorst', 'connected', 'pain')`;

const MOST_CHECK_INS = sql`30`;
const MOST_TEXTS = sql`20`;

/** Everything beside a draft, in one statement; null for a note that is signed, or that the asker may not read. */
export async function readBesideDraft(tx: ActorTx, coupleId: string, noteId: string): Promise<BesideDraft | null> {
  const { rows } = await tx.db.execute<Found>(sql`
    with note as materialized (
      select x.id, x.couple_id, x.kind, x.partner_id, s.starts_at,
             (select max(b.starts_at) from sessions b
               where b.couple_id = x.couple_id and b.partner_id is not distinct from x.partner_id and b.cancelled_at is null
                 and b.starts_at < s.starts_at) as since
        from session_notes x join sessions s on s.id = x.session_id
       where x.id = ${noteId} and x.couple_id = ${coupleId} and x.signed_at is null
    ),
    step as materialized (
      select a.id, a.assigned_at, v.title, v.program_id
        from note n join assignments a on a.couple_id = n.couple_id join step_versions v on v.id = a.step_version_id
    ),
    -- Read once for both that ask it: what each gave since, and how comfort changed.
    answered as materialized (
      select i.id, i.partner_id, i.assignment_id, i."on", i.comfort, i.distress_now, i.distress_worst, i.connected, i.pain, i.answers,
             case when n.partner_id is not null then i.texts end as texts, i.sent_at, (i.sent_at > n.since) is not false as is_since
        from note n join check_ins i on i.couple_id = n.couple_id and (n.partner_id is null or i.partner_id = n.partner_id)
    )
    select to_json(n.since) #>> '{}' as since, b.id as "beforeId", b.sections as "beforeSections", b.starts_at as "beforeStartsAt",
           coalesce((select json_agg(json_build_object('id', i.id, 'partnerId', i.partner_id, 'title', i.title, 'on', i."on", 'comfort', i.comfort,
                              'distressNow', i.distress_now, 'distressWorst', i.distress_worst, 'connected', i.connected, 'pain', i.pain,
                              'answers', i.answers, 'texts', encode(i.texts, 'base64'), 'programId', i.program_id))
              from (select i.*, t.title, t.program_id from answered i join step t on t.id = i.assignment_id
                     where i.is_since order by i.sent_at desc, i.id desc limit ${MOST_CHECK_INS}) i), '[]') as "checkIns",
           coalesce((select json_agg(json_build_object('id', t.id, 'title', t.title, 'at', t.assigned_at))
              from (select t.* from step t where (t.assigned_at > n.since) is not false
                     order by t.assigned_at desc, t.id desc limit ${MOST_TEXTS}) t), '[]') as assigned,
           coalesce((select json_agg(json_build_object('partnerId', c.partner_id, 'from', c.at_first, 'to', c.at_last))
              from (select i.partner_id,
                           case when n.since is null then (array_agg(i.comfort order by i.sent_at, i.id))[1]
                                else (array_agg(i.comfort order by i.sent_at desc, i.id) filter (where not i.is_since))[1] end as at_first,
                           (array_agg(i.comfort order by i.sent_at desc, i.id) filter (where i.is_since))[1] as at_last, count(*) as times
                      from answered i where i.comfort is not null group by i.partner_id) c
             where c.at_first is not null and c.at_last is not null and c.times > 1), '[]') as comfort,
           coalesce((select json_agg(json_build_object('partnerId', f.partner_id, 'tier', f.tier, 'times', f.times) order by f.tier, f.partner_id)
              from (select f.partner_id, f.tier, count(*) as times from flags f
                     where f.couple_id = n.couple_id and f.settled_at is null
                       and case when n.partner_id is null then f.reason in ${RAISED_BY_NUMBERS} else f.partner_id = n.partner_id end
                     group by f.partner_id, f.tier) f), '[]') as tiers,
           coalesce((select json_agg(json_build_object('id', w.id, 'partnerId', w.partner_id, 'on', w."on", 'text', encode(w.text, 'base64')))
              from (select w.id, w.partner_id, w."on", w.text from shared_words w
                     where w.couple_id = n.couple_id and (n.partner_id is null or w.partner_id = n.partner_id)
                       and (w.sent_at > n.since) is not false and w.taken_back_at is null
                     order by w.sent_at desc, w.id desc limit ${MOST_TEXTS}) w), '[]') as words,
           coalesce((select json_agg(json_build_object('id', r.id, 'partnerId', r.partner_id, 'sentAt', r.sent_at, 'text', encode(r.text, 'base64')))
              from (select r.id, r.partner_id, r.sent_at, r.text from reflections r
                     where n.partner_id is not null and r.couple_id = n.couple_id and r.partner_id = n.partner_id
                       and (r.sent_at > n.since) is not false
                     order by r.sent_at desc, r.id desc limit ${MOST_TEXTS}) r), '[]') as reflections,
           coalesce(${goalsBeside}, '[]') as goals,
           coalesce((select json_agg(json_build_object('id', p.id, 'content', encode(p.content, 'base64')))
              from snippets p where p.staff_member_id = ${tx.actor.staffMemberId}), '[]') as snippets
      from note n
      left join lateral (
        select x.id, x.sections, s.starts_at from session_notes x join sessions s on s.id = x.session_id
         where x.couple_id = n.couple_id and x.kind = n.kind and x.partner_id is not distinct from n.partner_id and x.id <> n.id
           and s.starts_at < n.starts_at and not exists (select from addenda e where e.note_id = x.id and e.kind = 'enteredInError')
         order by s.starts_at desc, x.id desc limit 1) b on true`);
  const found = rows[0];
  if (!found) return null;
  const { beforeId: id, beforeSections: sections, beforeStartsAt: startsAt, ...beside } = found;
  return { ...beside, before: id && sections && startsAt ? { id, sections, startsAt } : null };
}
