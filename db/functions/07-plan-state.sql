-- The state of a couple's plan at a turn, for every unit and every partner: one pure function of what happened before.
--
-- It reads the events before p_turn, and of later ones, up to p_now, only those that reach both at once (a release or an
-- assignment made in a joint session, and "close it for both now"), and a person's own meeting for what they do alone. It runs with the rights of whoever asks: the care team
-- for a couple's page (p_turn = p_now: "as it would be at the next turn"), hearth_rules for a day sheet.
--
--   asked   this person has an answer to give; depends on nothing that the other partner did
--   open    shared: both consents open it, both were met alone, it is released, and nothing holds it, and it does not rest
--           alone: this person's own meeting and own yes
--   done    finished by the therapist
--   closed  anything else while assigned
--
-- The columns after `state` say why; they are for the care team and never reach a day sheet.
create or replace function plan.state_at(p_couple uuid, p_turn timestamptz, p_now timestamptz)
returns table (
  assignment_id uuid, unit text, is_alone boolean, partner_id uuid, state text, done_on date,
  has_opening_consent boolean, is_paused boolean, has_open_safety boolean, is_held boolean, is_met boolean,
  is_released boolean, is_resting boolean
)
language sql stable parallel restricted set search_path = pg_catalog as $$
with couple as (
  select c.id, c.time_zone as zone, plan.day_of(p_turn, c.time_zone) as day from public.couples c where c.id = p_couple
),
happened as (
  select e.* from public.plan_events e
   where e.couple_id = p_couple and (e.at < p_turn or (e.is_immediate and e.at <= p_now))
),
person as (
  select p.id from public.partners p where p.couple_id = p_couple and p.status <> 'deactivated'
),
-- A pause that was taken back before anyone else could see it never happened.
pause as (
  select e.partner_id, e.at, lead(e.kind) over (partition by e.partner_id order by e.at, e.id) as then_kind
    from happened e where e.kind in ('paused', 'pauseTakenBack', 'pauseLifted')
),
about_person as (
  select p.id as partner_id,
         coalesce(bool_or(z.is_standing), false) as is_paused,
         max(z.at) as paused_at,
         (select max(e.at) from happened e where e.kind = 'safetyRaised' and e.partner_id = p.id) as safety_at,
         (select max(e.at) from happened e where e.kind = 'safetySettled' and e.partner_id = p.id) as settled_at,
         (select e.is_opening from happened e where e.kind = 'metAlone' and e.partner_id = p.id order by e.at desc, e.id desc limit 1) as met_for_joint,
         -- What a person does alone needs only their own meeting, which they were in: it counts at once.
         exists (select from public.plan_events e
                  where e.couple_id = p_couple and e.kind = 'metAlone' and e.partner_id = p.id and e.at <= p_now) as has_met
    from person p
    left join lateral (
      select s.at, s.then_kind is null as is_standing
        from pause s join happened e on e.partner_id = s.partner_id and e.at = s.at and e.kind = 'paused'
       where s.partner_id = p.id and s.then_kind is distinct from 'pauseTakenBack'
    ) z on true
   group by p.id
),
partner as (
  select a.*, coalesce(a.safety_at > coalesce(a.settled_at, '-infinity'), false) as has_open_safety,
         -- What this person said before this moment no longer stands.
         greatest(a.paused_at, a.safety_at) as void_before
    from about_person a
),
unit as (
  select a.id as assignment_id, u.unit, u.is_alone, a.consent_every, a.needs_release, a.opens_when_both_yes,
         (select max(e.at) from happened e where e.kind = 'assigned' and e.assignment_id = a.id) as assigned_at,
         (select min(e.at) from happened e where e.kind = 'finished' and e.assignment_id = a.id and (e.unit is null or e.unit = u.unit)) as finished_at
    from public.assignments a
    cross join lateral (values ('whole', 'alone', true), ('whole', 'together', false), ('alone', 'parts', true), ('together', 'parts', false)) as u (unit, mode, is_alone)
   where a.couple_id = p_couple and u.mode = a.mode
     and exists (select from happened e where e.kind = 'assigned' and e.assignment_id = a.id)
     and not exists (select from happened e where e.kind = 'retired' and e.assignment_id = a.id)
),
answer as (
  select u.assignment_id, u.unit, u.is_alone, p.partner_id, l.at as answered_at,
         coalesce(l.is_opening, false) and l.at > coalesce(p.void_before_unit, '-infinity') and (u.consent_every = 'once' or l.age < 7) as opens,
         l.at is not null and l.at > coalesce(p.void_before_unit, '-infinity') and ((l.is_opening and u.consent_every = 'once') or l.age < 7) as stands
    from unit u
    cross join lateral (
      -- A pause or a worried answer closes what is shared; what a person does alone stays.
      select q.partner_id, case when u.is_alone then null else q.void_before end as void_before_unit from partner q
    ) p
    left join lateral (
      select e.at, e.kind = 'answered' and coalesce(e.is_opening, false) as is_opening, couple.day - plan.day_of(e.at, couple.zone) as age
        from happened e, couple
       where e.kind in ('answered', 'withdrawn') and e.partner_id = p.partner_id and e.assignment_id = u.assignment_id and e.unit = u.unit
       order by e.at desc, e.id desc limit 1
    ) l on true
),
-- What only the therapist reopens: the last pause, no, withdrawal or worried answer of anyone.
closing as (
  select u.assignment_id, u.unit, greatest(
           (select max(q.void_before) from partner q where q.void_before > u.assigned_at),
           (select max(e.at) from happened e
             where e.assignment_id = u.assignment_id and e.unit = u.unit
               and (e.kind = 'withdrawn' or (e.kind = 'answered' and not coalesce(e.is_opening, false))))
         ) as closed_at
    from unit u where not u.is_alone
),
staff as (
  select u.assignment_id, u.unit,
         (select e.kind = 'held' from happened e
           where e.kind in ('held', 'holdLifted') and e.assignment_id is null order by e.at desc, e.id desc limit 1) as plan_held,
         (select e.kind = 'held' from happened e
           where e.kind in ('held', 'holdLifted') and e.assignment_id = u.assignment_id order by e.at desc, e.id desc limit 1) as unit_held,
         (select max(e.at) from happened e
           where e.kind = 'released' and e.assignment_id = u.assignment_id and (e.unit is null or e.unit = u.unit)) as released_at,
         -- Both were in the room: from here to the next turn this stands above everything else.
         (select e.kind from happened e
           where e.is_immediate and e.at >= plan.turn_of(couple.day, couple.zone) and e.kind in ('released', 'held')
             and (e.assignment_id is null or e.assignment_id = u.assignment_id) order by e.at desc, e.id desc limit 1) as at_once
    from unit u, couple where not u.is_alone
),
shared as (
  select u.assignment_id, u.unit,
         coalesce(s.plan_held, false) or coalesce(s.unit_held, false) as is_held,
         case
           when s.released_at is not null and s.released_at > coalesce(c.closed_at, '-infinity')
             then not u.needs_release or couple.day - plan.day_of(s.released_at, couple.zone) < 7
           else u.opens_when_both_yes and not u.needs_release and c.closed_at is null
         end as is_released,
         s.at_once,
         plan.is_rest_day(u.assignment_id, couple.day) as is_resting,
         (select count(*) > 1 and bool_and(a.opens) from answer a where a.assignment_id = u.assignment_id and a.unit = u.unit) as both_say_yes,
         (select bool_and(coalesce(q.met_for_joint, false)) and not bool_or(q.is_paused) and not bool_or(q.has_open_safety) from partner q) as nobody_stops
    from unit u
    join staff s using (assignment_id, unit)
    join closing c using (assignment_id, unit)
    cross join couple
)
select u.assignment_id, u.unit, u.is_alone, p.partner_id,
       case
         when u.finished_at is not null then 'done'
         when u.is_alone then
           case when not p.has_met then 'closed' when a.opens then 'open' when a.stands then 'closed' else 'asked' end
         when s.at_once = 'released' then 'open'
         when s.at_once = 'held' then 'closed'
         when s.both_say_yes and s.nobody_stops and s.is_released and not s.is_held and not s.is_resting then 'open'
         when p.is_paused or p.has_open_safety or a.stands then 'closed'
         else 'asked'
       end,
       case when u.finished_at is not null then plan.day_of(u.finished_at, couple.zone) end,
       a.opens, p.is_paused, p.has_open_safety, coalesce(s.is_held, false), p.met_for_joint,
       coalesce(s.is_released, u.is_alone), coalesce(s.is_resting, false)
  from unit u
  cross join partner p
  cross join couple
  join answer a on a.assignment_id = u.assignment_id and a.unit = u.unit and a.partner_id = p.partner_id
  left join shared s on s.assignment_id = u.assignment_id and s.unit = u.unit
$$;
