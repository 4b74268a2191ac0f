/** What happened with a couple, for its care team: plan, agreements, sessions, notes, accounts and who cared for it, as one account. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { PlanAct, Unit } from '../../plan-acts';

export const HISTORY_KINDS = [
  'coupleMade',
  'policySet',
  'agreed',
  'policyProposed',
  'policyRefused',
  'sessionPlanned',
  'sessionCancelled',
  'noteSigned',
  'partnerAdded',
  'partnerInvited',
  'partnerClosed',
  'careBegan',
  'careEnded',
] as const;
export type HistoryKind = PlanAct | (typeof HISTORY_KINDS)[number];

export type HistoryRow = {
  kind: HistoryKind;
  id: string;
  /** To the microsecond, because the next page begins after it. */
  at: string;
  on: string;
  partnerId: string | null;
  /** The staff member who did it, or whom it is about. */
  staffName: string | null;
  /** A word of a closed list: the policy, the part in the care team, the kind of session; or the day a plan event takes effect. */
  word: string | null;
  title: string | null;
  unit: Unit | null;
  isOpening: boolean | null;
  isImmediate: boolean;
  /** When the session takes place. */
  startsAt: string | null;
};
export type HistoryPlace = { at: string; kind: string; id: string };

/** The newest first; `before` is where the page before ended. One statement. */
export async function listHistory(
  tx: ActorTx,
  coupleId: string,
  before: HistoryPlace | null,
  limit: number,
): Promise<HistoryRow[]> {
  const found = await tx.db.execute<HistoryRow>(sql`
    with of_couple as (
      select c.id, c.time_zone, c.created_at, c.created_by, p.time_zone as practice_zone
        from couples c join practices p on p.id = c.practice_id
       where c.id = ${coupleId} and c.id = any ((select auth.my_couple_ids())::uuid[])
    ),
    happened (kind, id, at, partner_id, staff_id, word, assignment_id, unit, is_opening, is_immediate, starts_at) as (
      select e.kind, e.id, e.at, e.partner_id, e.staff_member_id, e.effective_on::text, e.assignment_id, e.unit, e.is_opening, e.is_immediate, null::timestamptz
        from of_couple c join plan_events e on e.couple_id = c.id
      union all
      select 'coupleMade', c.id, c.created_at, null, c.created_by, null, null, null, null, false, null from of_couple c
      union all
      select 'policySet', p.id, p.set_at, null, p.set_by, p.policy, null, null, null, false, null
        from of_couple c join confidentiality_policies p on p.couple_id = c.id
      union all
      select 'agreed', a.id, a.agreed_at, a.partner_id, null, a.policy, null, null, null, false, null
        from of_couple c join agreements a on a.couple_id = c.id
      union all
      select 'policyProposed', p.id, p.proposed_at, null, p.author_id, p.policy, null, null, null, false, null
        from of_couple c join policy_proposals p on p.couple_id = c.id
      union all
      select 'policyRefused', a.id, a.answered_at, a.partner_id, null, p.policy, null, null, null, false, null
        from of_couple c join policy_answers a on a.couple_id = c.id join policy_proposals p on p.id = a.proposal_id where not a.is_yes
      union all
      select k.kind, s.id, k.at, s.partner_id, s.therapist_id, s.kind, null, null, null, false, s.starts_at
        from of_couple c join sessions s on s.couple_id = c.id
        cross join lateral (values ('sessionPlanned', s.created_at), ('sessionCancelled', s.cancelled_at)) k (kind, at)
       where k.at is not null
      union all
      select 'noteSigned', n.id, n.signed_at, n.partner_id, n.author_id, n.kind, null, null, null, false, null
        from of_couple c join session_notes n on n.couple_id = c.id where n.signed_at is not null
      union all
      select k.kind, p.id, k.at, p.id, null, null, null, null, null, false, null
        from of_couple c join partners p on p.couple_id = c.id
        cross join lateral (values ('partnerAdded', p.created_at), ('partnerClosed', p.deactivated_at)) k (kind, at)
       where k.at is not null
      union all
      select 'partnerInvited', i.id, i.created_at, i.partner_id, i.created_by, null, null, null, null, false, null
        from of_couple c join partners p on p.couple_id = c.id join invitations i on i.partner_id = p.id
      union all
      select k.kind, t.id,
             -- Only the day is known; whoever made the couple was there from that moment.
             case when k.on_day = plan.day_of(c.created_at, c.practice_zone) then c.created_at else plan.turn_of(k.on_day, c.time_zone) end, null, t.staff_member_id, t.part, null, null, null, false, null
        from of_couple c join care_team_members t on t.couple_id = c.id
        cross join lateral (values ('careBegan', t.from_on), ('careEnded', t.to_on)) k (kind, on_day)
       where k.on_day is not null
    )
    select h.kind, h.id, to_json(h.at) #>> '{}' as at, plan.day_of(h.at, c.time_zone)::text as "on", h.partner_id as "partnerId",
           s.name as "staffName", h.word, v.title, h.unit, h.is_opening as "isOpening", h.is_immediate as "isImmediate",
           to_json(h.starts_at) #>> '{}' as "startsAt"
      from happened h
      cross join of_couple c
      left join staff_members s on s.id = h.staff_id
      left join assignments a on a.id = h.assignment_id
      left join step_versions v on v.id = a.step_version_id
     where ${before?.at ?? null}::timestamptz is null
        or (h.at, h.kind, h.id) < (${before?.at ?? null}::timestamptz, ${before?.kind ?? null}::text, ${before?.id ?? null}::uuid)
     order by h.at desc, h.kind desc, h.id desc
     limit ${limit}`);
  return found.rows;
}
