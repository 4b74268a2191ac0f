import { sql, type SQL } from 'drizzle-orm';
import type { ActorRows, ActorTx } from '../../access/as-actor';
import { rolesThatCan } from '../../access/can';
import type { CoupleState } from '../../schema/couples';

export const CASELOAD_SORTS = ['couple', 'step', 'lastCheckIn', 'nextSession'] as const;
export type CaseloadSort = (typeof CASELOAD_SORTS)[number];
export const CASELOAD_STATES = ['look', 'paused', 'held', 'active', 'invited', 'ended'] as const;
export type CaseloadState = (typeof CASELOAD_STATES)[number];

export type CaseloadRow = {
  id: string;
  label: string;
  status: CoupleState;
  timeZone: string;
  /** Someone's answer waits to be looked at. */
  needsLook: boolean;
  isPaused: boolean;
  /** The whole plan is on hold, or will be at the next turn. */
  isHeld: boolean;
  /** The step given last that is neither finished nor taken back, and how many more there are. */
  step: { title: string; stage: number; more: number } | null;
  /** Of the last 14 days. */
  checkIns: number;
  lastCheckInOn: string | null;
  nextSession: { startsAt: string; kind: 'joint' | 'individual' } | null;
  /** In the couple's own order; comfort of the last twelve check-ins of four weeks that named one, the oldest first. */
  partners: { position: number; name: string; comfort: number[] }[];
};

export type CaseloadQuery = {
  /** Null: every couple whose work has not ended. */
  state: CaseloadState | null;
  /** Of the step given last; null for any. */
  stage: number | null;
  search: string;
  sort: CaseloadSort;
  isDescending: boolean;
  limit: number;
  offset: number;
};

const listers = rolesThatCan('intakes', 'read');

// What each sort orders by; a couple without a value comes last either way.
const orders: Record<CaseloadSort, SQL> = {
  couple: sql`lower(m.label)`,
  step: sql`m.stage`,
  lastCheckIn: sql`m.last_on`,
  nextSession: sql`m.next_at`,
};

const states: Record<CaseloadState, SQL> = {
  look: sql`m.needs_look and m.status <> 'ended'`,
  paused: sql`m.is_paused and m.status <> 'ended'`,
  held: sql`m.is_held and m.status <> 'ended'`,
  active: sql`m.status = 'active'`,
  invited: sql`m.status = 'invited'`,
  ended: sql`m.status = 'ended'`,
};

/**
 * A page of the couples in whose care team one stands, and how many there are. One statement: what the sort and the filter need is
 * gathered for the whole caseload at once, the lines of comfort for the page alone. What follows from partners and sessions is
 * narrowed to the caseload by hand, because who is also a practice admin may read everyone's. The same statement notes that it
 * was listed, whatever it found, by whoever may have a caseload.
 */
export async function listCaseloadRows(
  asker: ActorRows,
  { state, stage, search, sort, isDescending, limit, offset }: CaseloadQuery,
): Promise<{ rows: CaseloadRow[]; total: number }> {
  const direction = isDescending ? sql`desc nulls last` : sql`asc nulls last`;
  const found = await asker.db.execute<CaseloadRow & { total: number }>(sql`
    with -- Once, because a function in a filter is asked again for each row.
    own as materialized (select auth.my_couple_ids() as ids, auth.now() - interval '14 days' as since),
    person as materialized (
      select q.id, q.couple_id, q.position, q.name, q.status from partners q where q.couple_id = any ((select ids from own)::uuid[])
    ),
    pair as (
      select q.couple_id, string_agg(q.name, ' ') as names, bool_or(q.status = 'active') as has_account from person q group by q.couple_id
    ),
    -- Read once for both that ask it: every couple's events, where an index could only find one couple's.
    happened as materialized (
      select e.couple_id, e.assignment_id, e.unit, e.partner_id, e.kind, e.at, e.id from plan_events e
       where e.kind in ('paused', 'pauseTakenBack', 'pauseLifted', 'held', 'holdLifted', 'finished', 'retired')
    ),
    pausing as materialized (
      select e.couple_id, e.partner_id, e.kind, e.at from happened e where e.kind in ('paused', 'pauseTakenBack', 'pauseLifted')
    ),
    -- Neither ended by the therapist nor taken back on its own day, as plan.state_at has it.
    pause as (
      select e.couple_id from pausing e
       where e.kind = 'paused'
         and not exists (select from pausing l where l.kind = 'pauseLifted' and l.partner_id = e.partner_id and l.at >= e.at)
         and not exists (select from pausing t join couples c on c.id = t.couple_id
                          where t.kind = 'pauseTakenBack' and t.partner_id = e.partner_id and t.at > e.at
                            and plan.day_of(t.at, c.time_zone) = plan.day_of(e.at, c.time_zone))
    ),
    hold as (
      select distinct on (e.couple_id) e.couple_id, e.kind = 'held' as is_held
        from happened e where e.kind in ('held', 'holdLifted') and e.assignment_id is null order by e.couple_id, e.at desc, e.id desc
    ),
    newest as (
      select distinct on (x.couple_id) x.couple_id, x.step_version_id, count(*) over (partition by x.couple_id) - 1 as more
        from assignments x
       where not exists (select from happened e where e.couple_id = x.couple_id and e.assignment_id = x.id
                          and (e.kind = 'retired' or (e.kind = 'finished' and e.unit is distinct from 'alone')))
       order by x.couple_id, x.assigned_at desc, x.id
    ),
    step as (
      select n.couple_id, v.title, s.stage, n.more
        from newest n join step_versions v on v.id = n.step_version_id join steps s on s.id = v.step_id
    ),
    given as materialized (
      select i.couple_id, i.partner_id, count(*) filter (where i.sent_at > (select since from own))::int as count,
             max(i."on") filter (where i.sent_at > (select since from own)) as last_on,
             (array_agg(i.comfort order by i.sent_at desc, i.id desc) filter (where i.comfort is not null))[1:12] as newest
        from check_ins i where i.sent_at > auth.now() - interval '28 days' group by i.couple_id, i.partner_id
    ),
    fortnight as (
      select g.couple_id, sum(g.count)::int as count, max(g.last_on) as last_on from given g group by g.couple_id
    ),
    coming as (
      select distinct on (t.couple_id) t.couple_id, t.starts_at, t.kind from sessions t
       where t.couple_id = any ((select ids from own)::uuid[]) and t.starts_at > auth.now() and t.cancelled_at is null
       order by t.couple_id, t.starts_at, t.id
    ),
    mine as (
      select c.id, c.label, c.time_zone,
             case when c.status = 'ended' then 'ended' when p.has_account then 'active' else 'invited' end as status,
             c.id in (select f.couple_id from flags f where f.settled_at is null and f.source <> 'pause') as needs_look,
             c.id in (select z.couple_id from pause z) as is_paused,
             c.id in (select h.couple_id from hold h where h.is_held) as is_held,
             a.title, a.stage, a.more, coalesce(k.count, 0) as check_ins, k.last_on, n.starts_at as next_at, n.kind as next_kind
        from couples c
        left join pair p on p.couple_id = c.id
        left join step a on a.couple_id = c.id
        left join fortnight k on k.couple_id = c.id
        left join coming n on n.couple_id = c.id
       where c.id = any ((select ids from own)::uuid[])
         and (${search} = '' or strpos(lower(c.label || ' ' || coalesce(p.names, '')), lower(${search})) > 0)
    ),
    page as (
      select m.*, count(*) over ()::int as total, row_number() over (order by ${orders[sort]} ${direction}, lower(m.label), m.id) as place
        from mine m
       where ${state ? states[state] : sql`m.status <> 'ended'`}${stage ? sql` and m.stage = ${stage}` : sql``}
       order by place limit ${limit} offset ${offset}
    ),
    shown as materialized (
      select q.couple_id, json_agg(json_build_object('position', q.position, 'name', q.name, 'comfort', coalesce(w.newest, '{}')) order by q.position) as partners
        from person q left join given w on w.partner_id = q.id where q.couple_id in (select g.id from page g) group by q.couple_id
    ),
    noted as materialized (select auth.note_opening('caseload', null, null, null, true) where (select auth.has_role(variadic ${sql.param(listers)}::text[])))
    select g.id, g.label, g.status, g.time_zone as "timeZone", g.needs_look as "needsLook", g.is_paused as "isPaused", g.is_held as "isHeld",
           case when g.title is not null then jsonb_build_object('title', g.title, 'stage', g.stage, 'more', g.more) end as step,
           g.check_ins as "checkIns", g.last_on::text as "lastCheckInOn",
           case when g.next_at is not null then jsonb_build_object('startsAt', g.next_at, 'kind', g.next_kind) end as "nextSession", g.total, coalesce(w.partners, '[]') as partners
      from noted left join page g on true left join shown w on w.couple_id = g.id order by g.place`);
  // Of an empty page there is one row, with nothing in it.
  const lines = found.rows.filter(({ id }) => id !== null);
  const rows = lines.map(({ partners, ...row }) => ({
    ...row,
    partners: partners.map((partner) => ({ ...partner, comfort: partner.comfort.toReversed() })),
  }));
  return { rows, total: lines[0]?.total ?? 0 };
}

/** How many couples one cares for at all: an empty caseload is another page than a search without result. */
export async function countMyCouples(tx: ActorTx): Promise<number> {
  const found = await tx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from couples c where c.id = any ((select auth.my_couple_ids())::uuid[])`,
  );
  return found.rows[0]?.count ?? 0;
}
