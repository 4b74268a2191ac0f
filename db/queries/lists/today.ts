import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { RequestKind } from '../../schema/own-side';
import type { Attendance, SessionKind } from '../../schema/sessions';
import type { AccountState } from '../../schema/staff';

export type SessionToday = {
  id: string;
  coupleId: string;
  coupleLabel: string;
  kind: SessionKind;
  partnerName: string | null;
  startsAt: Date;
  minutes: number;
  place: string;
  /** One of a series held by video, without a link of its own so far. */
  lacksLink: boolean;
  /** The step given last that is neither finished nor taken back. */
  stepTitle: string | null;
  /** When the one before was, with the same people. */
  lastAt: Date | null;
  /** Check-ins of those who come, since then. */
  checkInsSince: number;
  /** What of theirs still needs a look. */
  openFlags: number;
  noteId: string | null;
  isSigned: boolean;
  /** Who is expected, in the couple's own order, and what is recorded of each. */
  people: { id: string; name: string; attendance: Attendance | null }[];
};

/** One's own sessions of this calendar day, in the practice's zone. One statement. */
export async function listSessionsToday(tx: ActorTx): Promise<SessionToday[]> {
  const zone = tx.actor.timeZone;
  const found = await tx.db.execute<
    Omit<SessionToday, 'startsAt' | 'lastAt'> & { startsAt: string; lastAt: string | null }
  >(sql`
    select s.id, s.couple_id as "coupleId", c.label as "coupleLabel", s.kind, p.name as "partnerName", s.starts_at as "startsAt", s.minutes,
           s.place, a.title as "stepTitle",
           s.video_link = '' and s.series_id is not null
             and exists (select from sessions o where o.series_id = s.series_id and o.video_link <> '') as "lacksLink",
           to_json(z.starts_at) #>> '{}' as "lastAt",
           (select count(*)::int from check_ins k where k.couple_id = s.couple_id and (s.partner_id is null or k.partner_id = s.partner_id)
               and (z.starts_at is null or k.sent_at > z.starts_at)) as "checkInsSince",
           (select count(*)::int from flags f where f.couple_id = s.couple_id and (s.partner_id is null or f.partner_id = s.partner_id)
               and f.settled_at is null) as "openFlags",
           n.id as "noteId", n.signed_at is not null as "isSigned", w.people
      from sessions s
      join couples c on c.id = s.couple_id
      left join partners p on p.id = s.partner_id
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name, 'attendance', y.attendance) order by q.position), '[]') as people
          from partners q left join session_attendances y on y.session_id = s.id and y.partner_id = q.id
         where q.couple_id = s.couple_id and (s.partner_id is null or q.id = s.partner_id)) w
      left join session_notes n on n.session_id = s.id
       and not exists (select from addenda e where e.note_id = n.id and e.kind = 'enteredInError')
      left join lateral (
        select v.title from assignments x join step_versions v on v.id = x.step_version_id
         where x.couple_id = s.couple_id
           and not exists (select from plan_events e where e.couple_id = x.couple_id and e.assignment_id = x.id
                            and (e.kind = 'retired' or (e.kind = 'finished' and e.unit is distinct from 'alone')))
         order by x.assigned_at desc, x.id limit 1) a on true
      left join lateral (
        select l.starts_at from sessions l
         where l.couple_id = s.couple_id and l.kind = s.kind and l.partner_id is not distinct from s.partner_id
           and l.starts_at < s.starts_at and l.cancelled_at is null
         order by l.starts_at desc limit 1) z on true
     where s.therapist_id = (select auth.staff_member_id()) and s.couple_id = any ((select auth.my_couple_ids())::uuid[])
       and s.cancelled_at is null
       and s.starts_at >= ((auth.now() at time zone ${zone})::date)::timestamp at time zone ${zone}
       and s.starts_at < ((auth.now() at time zone ${zone})::date + 1)::timestamp at time zone ${zone}
     order by s.starts_at, s.id`);
  return found.rows.map((row) => ({
    ...row,
    startsAt: new Date(row.startsAt),
    lastAt: row.lastAt === null ? null : new Date(row.lastAt),
  }));
}

export type PartnerWaiting = {
  coupleId: string;
  coupleLabel: string;
  partnerId: string;
  name: string;
  status: AccountState;
  timeZone: string;
  isMet: boolean;
  /** Work with the couple has ended, or the account is closed: what was asked for still waits. */
  hasEnded: boolean;
  /** Since when a pause stands. */
  pausedAt: string | null;
  /** What this partner asks the care team for, each kind with the first time. */
  requests: { kind: RequestKind; askedAt: string }[] | null;
  invitation: {
    createdAt: string;
    expiresAt: string;
    redeemedAt: string | null;
    revokedAt: string | null;
    codeTries: number;
  } | null;
};

/** Partners of the couples one cares for who paused, ask for something, were not met alone, or have no account yet; the longest first. One statement. */
export async function listPartnersWaiting(tx: ActorTx): Promise<PartnerWaiting[]> {
  const found = await tx.db.execute<PartnerWaiting>(sql`
    select * from (
      select c.id as "coupleId", c.label as "coupleLabel", c.time_zone as "timeZone", p.id as "partnerId", p.name, p.status,
             exists (select from plan_events e where e.couple_id = c.id and e.partner_id = p.id and e.kind = 'metAlone') as "isMet",
             c.status = 'ended' or p.status = 'deactivated' as "hasEnded",
             z.at as "pausedAt", i.invitation, r.requests
        from couples c
        join partners p on p.couple_id = c.id
        left join lateral (
          select min(e.at) as at from plan_events e
           where e.couple_id = c.id and e.partner_id = p.id and e.kind = 'paused'
             and not exists (select from plan_events l
                              where l.couple_id = c.id and l.partner_id = p.id and l.kind = 'pauseLifted' and l.at >= e.at)
             and not exists (select from plan_events t
                              where t.couple_id = c.id and t.partner_id = p.id and t.kind = 'pauseTakenBack' and t.at > e.at
                                and plan.day_of(t.at, c.time_zone) = plan.day_of(e.at, c.time_zone))) z on true
        left join lateral (
          select jsonb_build_object('createdAt', n.created_at, 'expiresAt', n.expires_at, 'redeemedAt', n.redeemed_at,
                                    'revokedAt', n.revoked_at, 'codeTries', n.code_tries) as invitation
            from invitations n where n.partner_id = p.id order by n.created_at desc, n.id limit 1) i on p.status = 'invited'
        left join lateral (
          select jsonb_agg(jsonb_build_object('kind', q.kind, 'askedAt', q.asked_at) order by q.asked_at, q.kind) as requests
            from (select o.kind, min(o.asked_at) as asked_at from partner_requests o
                   where o.partner_id = p.id and o.settled_at is null group by o.kind) q) r on true
       where c.id = any ((select auth.my_couple_ids())::uuid[])
       order by c.created_at, p.position, p.id) w
     where w.requests is not null or (not w."hasEnded" and (w."pausedAt" is not null or not w."isMet" or w.status = 'invited'))`);
  return found.rows;
}
