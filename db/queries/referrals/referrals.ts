/** Referrals as their care team reads and writes them. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import {
  type Profession,
  referralEvents,
  type ReferralOutcome,
  referrals,
  type ReleaseAnswer,
  releases,
} from '../../schema/referrals';

export type AnswerRow = { answer: ReleaseAnswer; on: string };
/** The newest request that was not taken back, with that partner's answers. */
export type ReleaseRow = { id: string; untilOn: string; askedOn: string; answers: AnswerRow[] };

export type ReferralRow = {
  id: string;
  coupleId: string;
  partnerId: string;
  profession: Profession;
  record: Buffer;
  madeOn: string;
  authorName: string;
  /** The day by which something is to have come of it. */
  dueOn: string;
  /** The newest outcome; with `againOn` it stays open. */
  outcome: { outcome: ReferralOutcome; againOn: string | null } | null;
  release: ReleaseRow | null;
};

/** A couple's referrals, the newest first; or one of them. One statement. */
export async function listReferrals(tx: ActorTx, coupleId: string, referralId?: string): Promise<ReferralRow[]> {
  const found = await tx.db.execute<ReferralRow>(sql`
    select r.id, r.couple_id as "coupleId", r.partner_id as "partnerId", r.profession, r.record, s.name as "authorName",
           plan.day_of(r.made_at, c.time_zone)::text as "madeOn", coalesce(o.again_on, r.due_on)::text as "dueOn",
           case when o.outcome is not null then jsonb_build_object('outcome', o.outcome, 'againOn', o.again_on) end as outcome, q.release
      from referrals r
      join couples c on c.id = r.couple_id
      join staff_members s on s.id = r.author_id
      left join lateral (${newestOutcome}) o on true
      left join lateral (
        select jsonb_build_object('id', l.id, 'untilOn', l.until_on, 'askedOn', plan.day_of(l.asked_at, c.time_zone), 'answers',
                 (select coalesce(jsonb_agg(jsonb_build_object('answer', a.answer, 'on', a."on")), '[]')
                    from release_answers a where a.release_id = l.id)) as release
          from releases l where l.referral_id = r.id and l.taken_back_at is null order by l.asked_at desc, l.id limit 1) q on true
     where r.couple_id = ${coupleId} ${referralId === undefined ? sql`` : sql`and r.id = ${referralId}`}
     order by r.made_at desc, r.id
     limit 100`);
  return found.rows;
}

const newestOutcome = sql`
        select e.outcome, e.again_on from referral_events e
         where e.referral_id = r.id and e.kind = 'outcome' order by e.at desc, e.id desc limit 1`;

/** Referrals of one's own couples that are due by now and still open, as lines of what is to do. */
export const dueReferrals = sql`
    select r.id, r.couple_id, c.label, null::bytea as words, coalesce(o.again_on, r.due_on) as due_on, r.author_id, s.name as assignee,
           null::timestamptz as done_at, r.made_at as created_at, jsonb_build_object('id', p.id, 'name', p.name) as partner
      from referrals r
      join couples c on c.id = r.couple_id
      join partners p on p.id = r.partner_id
      join staff_members s on s.id = r.author_id
      left join lateral (${newestOutcome}) o on true
     where r.couple_id = any ((select auth.my_couple_ids())::uuid[])
       and (o.outcome is null or o.again_on is not null) and coalesce(o.again_on, r.due_on) <= plan.day_of(auth.now(), c.time_zone)`;

type Made = Omit<typeof referrals.$inferInsert, 'practiceId' | 'authorId' | 'madeAt'> & { id: string };

export async function insertReferral(tx: ActorTx, row: Made): Promise<void> {
  const { practiceId, staffMemberId, now } = tx.actor;
  await tx.db.insert(referrals).values({ ...row, practiceId, authorId: staffMemberId!, madeAt: now });
}

export type ReferralEventRow = {
  id: string;
  kind: 'letterPrinted' | 'outcome';
  outcome: ReferralOutcome | null;
  againOn: string | null;
  words: Buffer | null;
  on: string;
  authorName: string;
};

/** What happened to one, the newest first. One statement. */
export async function listReferralEvents(tx: ActorTx, referralId: string): Promise<ReferralEventRow[]> {
  const found = await tx.db.execute<ReferralEventRow>(sql`
    select e.id, e.kind, e.outcome, e.again_on::text as "againOn", e.words, plan.day_of(e.at, c.time_zone)::text as on, s.name as "authorName"
      from referral_events e
      join couples c on c.id = e.couple_id
      join staff_members s on s.id = e.author_id
     where e.referral_id = ${referralId}
     order by e.at desc, e.id desc
     limit 100`);
  return found.rows;
}

type Happened = Omit<typeof referralEvents.$inferInsert, 'practiceId' | 'authorId' | 'at'>;

export async function insertReferralEvent(tx: ActorTx, row: Happened): Promise<void> {
  const { practiceId, staffMemberId, now } = tx.actor;
  await tx.db.insert(referralEvents).values({ ...row, practiceId, authorId: staffMemberId!, at: now });
}

type Asked = Omit<typeof releases.$inferInsert, 'practiceId' | 'authorId' | 'askedAt' | 'takenBackAt'> & { id: string };

export async function insertRelease(tx: ActorTx, row: Asked): Promise<void> {
  const { practiceId, staffMemberId, now } = tx.actor;
  await tx.db.insert(releases).values({ ...row, practiceId, authorId: staffMemberId!, askedAt: now });
}

/** Takes a request back; false when it was already, or is not the asker's to take back. */
export async function takeBackRelease(tx: ActorTx, releaseId: string): Promise<boolean> {
  const { rowCount } = await tx.db
    .update(releases)
    .set({ takenBackAt: tx.actor.now })
    .where(and(eq(releases.id, releaseId), isNull(releases.takenBackAt)));
  return rowCount === 1;
}

/** What one says, sealed. */
export async function findReleaseTerms(tx: ActorTx, releaseId: string): Promise<Buffer | null> {
  const [row] = await tx.db.select({ terms: releases.terms }).from(releases).where(eq(releases.id, releaseId));
  return row?.terms ?? null;
}
