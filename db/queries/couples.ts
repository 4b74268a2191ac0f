import { sql, type SQL } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import type { CareTeamPart, ContactSaidBy, CoupleState } from '../schema/couples';
import type { Confidentiality, MEETING_ALONE, MEETING_OUTCOMES } from '../schema/intakes';
import type { AccountState } from '../schema/staff';

export type PartnerOfCouple = {
  id: string;
  position: number;
  name: string;
  /** Exactly one of the two. */
  email: string | null;
  userName: string | null;
  phone: string;
  contactInstruction: string;
  contactSaidBy: ContactSaidBy | null;
  contactSaidOn: string | null;
  status: AccountState;
  /** What this person agreed to last, and when. */
  agreement: { policy: Confidentiality; agreedAt: string } | null;
  /** The newest record of a meeting alone. */
  meeting: {
    id: string;
    metOn: string;
    isBeforeHearth: boolean;
    wasAlone: (typeof MEETING_ALONE)[number];
    outcome: (typeof MEETING_OUTCOMES)[number];
  } | null;
};

export type CoupleRow = {
  id: string;
  label: string;
  /** Active from the first partner who has an account. */
  status: CoupleState;
  timeZone: string;
  /** The couple's day, which begins at 04:00 in its zone. */
  today: string;
  policy: { policy: Confidentiality; setAt: string };
  partners: PartnerOfCouple[];
  careTeam: { staffMemberId: string; name: string; credential: string; part: CareTeamPart }[];
};

/** Of a couple c: what it agreed to last. */
export const policyOf = sql`(
  select jsonb_build_object('policy', cp.policy, 'setAt', cp.set_at)
    from confidentiality_policies cp where cp.couple_id = c.id order by cp.set_at desc, cp.id limit 1)`;

/** Of a couple c: who cares for it today. */
export const careTeamOf = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('staffMemberId', s.id, 'name', s.name, 'credential', s.credential, 'part', t.part)
                  order by t.from_on, s.name), '[]')
    from care_team_members t join staff_members s on s.id = t.staff_member_id
   where t.couple_id = c.id and t.from_on <= auth.today() and (t.to_on is null or t.to_on >= auth.today()))`;

/** A couple of one's own care team, with everyone in it; null for any other, also for those whose label one may read. */
export const findCouple = (tx: ActorTx, coupleId: string): Promise<CoupleRow | null> => coupleRow(tx, coupleId, sql``);

/** The same for a page, in one statement with the note that it was opened. */
export const openCouple = (tx: ActorTx, coupleId: string): Promise<CoupleRow | null> =>
  coupleRow(tx, coupleId, sql`, auth.note_opening('couple', c.id, c.id, null)`);

async function coupleRow(tx: ActorTx, coupleId: string, more: SQL): Promise<CoupleRow | null> {
  const found = await tx.db.execute<CoupleRow>(sql`
    select c.id, c.label, c.time_zone as "timeZone", plan.day_of(auth.now(), c.time_zone)::text as today,
           case when c.status = 'ended' then 'ended' when p.has_account then 'active' else 'invited' end as status, p.partners,
           ${policyOf} as policy, ${careTeamOf} as "careTeam"${more}
      from couples c
      cross join lateral (
        select coalesce(bool_or(p.status = 'active'), false) as has_account,
               coalesce(jsonb_agg(jsonb_build_object(
                     'id', p.id, 'position', p.position, 'name', p.name, 'email', p.email, 'userName', p.user_name, 'phone', p.phone,
                     'contactInstruction', p.contact_instruction, 'contactSaidBy', p.contact_said_by,
                     'contactSaidOn', p.contact_said_on, 'status', p.status, 'agreement', g.agreement, 'meeting', m.meeting)
                     order by p.position), '[]') as partners
              from partners p
              left join lateral (
                select jsonb_build_object('policy', a.policy, 'agreedAt', a.agreed_at) as agreement
                  from agreements a
                 where a.partner_id = p.id and (a.proposal_id is null or exists (
                   select from confidentiality_policies f where f.proposal_id = a.proposal_id)) order by a.agreed_at desc limit 1) g on true
              left join lateral (
                select jsonb_build_object('id', x.id, 'metOn', x.met_on, 'isBeforeHearth', x.is_before_hearth,
                                          'wasAlone', x.was_alone, 'outcome', x.outcome) as meeting
                  from meetings_alone x where x.couple_id = c.id and x.partner_id = p.id order by x.recorded_at desc, x.id limit 1) m on true
             where p.couple_id = c.id) p
     where c.id = ${coupleId} and c.id = any ((select auth.my_couple_ids())::uuid[])`);
  return found.rows[0] ?? null;
}
