/** Appointments of some days, and what is needed to make one. No clinical word is read here. */
import { sql, type SQL } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { CareTeamPart } from '../../schema/couples';
import type { SessionKind } from '../../schema/sessions';

export type PersonWhoComes = { id: string; position: number; name: string; contactInstruction: string; phone: string };

export type AppointmentRow = {
  id: string;
  coupleId: string;
  coupleLabel: string;
  /** The couple's own. */
  coupleZone: string;
  kind: SessionKind;
  therapistId: string;
  therapistName: string;
  startsAt: Date;
  minutes: number;
  place: string;
  videoLink: string;
  seriesId: string | null;
  /** Others of its series are held by video. */
  isVideoSeries: boolean;
  cancelledAt: Date | null;
  /** Who is expected, in the couple's own order. */
  people: PersonWhoComes[];
};

/** A scheduler plans for everybody; anyone else sees the couples they care for. */
const whose = sql`(auth.has_role('scheduler') or s.couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))`;

async function appointments(tx: ActorTx, where: SQL): Promise<AppointmentRow[]> {
  const found = await tx.db.execute<
    Omit<AppointmentRow, 'startsAt' | 'cancelledAt'> & { startsAt: string; cancelledAt: string | null }
  >(sql`
    select s.id, s.couple_id as "coupleId", c.label as "coupleLabel", c.time_zone as "coupleZone", s.kind, s.therapist_id as "therapistId",
           t.name as "therapistName", s.starts_at as "startsAt", s.minutes, s.place, s.video_link as "videoLink", s.series_id as "seriesId",
           s.series_id is not null and exists (select from sessions o where o.series_id = s.series_id and o.video_link <> '') as "isVideoSeries",
           s.cancelled_at as "cancelledAt", p.people
      from sessions s
      join couples c on c.id = s.couple_id
      join staff_members t on t.id = s.therapist_id
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'position', p.position, 'name', p.name,
                                  'contactInstruction', p.contact_instruction, 'phone', p.phone) order by p.position), '[]') as people
          from partners p where p.couple_id = s.couple_id and (s.partner_id is null or p.id = s.partner_id)) p
     where ${whose} and ${where}
     order by s.starts_at, t.name, s.id`);
  return found.rows.map((row) => ({
    ...row,
    startsAt: new Date(row.startsAt),
    cancelledAt: row.cancelledAt === null ? null : new Date(row.cancelledAt),
  }));
}

/** Everything from the first day's midnight on, for so many days of the practice's calendar, of everybody or of one therapist; cancelled ones too. One statement. */
export const listAppointments = (
  tx: ActorTx,
  first: string,
  days: number,
  therapistId: string | null,
): Promise<AppointmentRow[]> =>
  appointments(
    tx,
    sql`s.starts_at >= ${first}::date::timestamp at time zone ${tx.actor.timeZone}
        and s.starts_at < (${first}::date + ${days}::integer)::timestamp at time zone ${tx.actor.timeZone}
        and (${therapistId}::uuid is null or s.therapist_id = ${therapistId}::uuid)`,
  );

/** Those who see the couples that one plans for. */
export async function listTherapistsToPlan(tx: ActorTx): Promise<{ id: string; name: string }[]> {
  const found = await tx.db.execute<{ id: string; name: string }>(sql`
    select t.id, t.name from staff_members t
     where t.status = 'active'
       and exists (select from care_team_members s where s.staff_member_id = t.id and s.part <> 'supervisor' and ${whose})
     order by t.name, t.id`);
  return found.rows;
}

/** One of them, with how many of its series stand after it. */
export async function findAppointment(
  tx: ActorTx,
  sessionId: string,
): Promise<(AppointmentRow & { later: number }) | null> {
  const [row] = await appointments(tx, sql`s.id = ${sessionId}`);
  if (!row) return null;
  if (!row.seriesId) return { ...row, later: 0 };
  const found = await tx.db.execute<{ later: number }>(sql`
    select count(*)::integer as later from sessions
     where series_id = ${row.seriesId} and starts_at > ${row.startsAt.toISOString()} and cancelled_at is null`);
  return { ...row, later: found.rows[0]!.later };
}

/** Couples that an appointment can be made for, by label. */
export async function listCouplesToPlan(tx: ActorTx): Promise<{ id: string; names: string[] }[]> {
  const found = await tx.db.execute<{ id: string; names: string[] }>(sql`
    select s.id, array(select p.name from partners p where p.couple_id = s.id order by p.position) as names
      from (select id as couple_id, * from couples) s where ${whose} and s.status <> 'ended' order by s.label, s.id`);
  return found.rows;
}

/** Whether there is any. */
export async function hasCoupleToPlan(tx: ActorTx): Promise<boolean> {
  const found = await tx.db.execute<{ is: boolean }>(sql`
    select exists (select from (select id as couple_id, status from couples) s where ${whose} and s.status <> 'ended') as is`);
  return found.rows[0]!.is;
}

export type CoupleToPlan = {
  id: string;
  label: string;
  timeZone: string;
  partners: PersonWhoComes[];
  /** Those of the care team who see couples, the primary one first. */
  therapists: { id: string; name: string; part: CareTeamPart }[];
  /** What their newest joint appointment was like; one with a partner alone stays out of what is suggested for both. */
  last: { minutes: number; place: string } | null;
};

export async function findCoupleToPlan(tx: ActorTx, coupleId: string): Promise<CoupleToPlan | null> {
  const found = await tx.db.execute<CoupleToPlan>(sql`
    select s.id, s.label, s.time_zone as "timeZone",
           (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'position', p.position, 'name', p.name,
                              'contactInstruction', p.contact_instruction, 'phone', p.phone) order by p.position), '[]')
              from partners p where p.couple_id = s.id) as partners,
           (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'part', m.part) order by m.part <> 'primary', t.name, t.id), '[]')
              from care_team_members m join staff_members t on t.id = m.staff_member_id
             where m.couple_id = s.id and m.part <> 'supervisor' and t.status = 'active'
               and m.from_on <= auth.today() and (m.to_on is null or m.to_on >= auth.today())) as therapists,
           (select jsonb_build_object('minutes', x.minutes, 'place', x.place)
              from sessions x where x.couple_id = s.id and x.kind = 'joint' order by x.starts_at desc, x.id limit 1) as last
      from (select id as couple_id, * from couples) s
     where s.id = ${coupleId} and ${whose} and s.status <> 'ended'`);
  return found.rows[0] ?? null;
}
