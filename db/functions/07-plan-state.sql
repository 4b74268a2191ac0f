-- The state of a couple's plan at a turn, for every unit and every partner: one pure function of what happened before.
--
-- It reads the events before p_turn, and of later ones, up to p_now, only those that reach both at once (a release or an
-- assignment made in a joint session, and "close it for both now"), and a person's own meeting for what they do alone or are asked. It runs with
-- the rights of whoever asks: the care team for a couple's page (p_turn = the next turn: what will be, if nobody acts until then),
-- hearth_rules for a day sheet.
--
--   asked   this person has an answer to give; depends on nothing that the other partner did
--   open    shared: both consents open it, both were met alone, it is released, and nothing holds it, and it does not rest
--           alone: this person's own meeting and own yes, and a release where the step asks for one
--   done    finished by the therapist
--   closed  anything else while assigned; all that is not done while work has ended, and after it was taken up again until there is
--           a fresh yes and, for what is shared, a release
--
-- After shared work has ended, all that is shared is closed, for both; what each does alone stays as it is.
--
-- The columns after `state` say why; they are for the care team and never reach a day sheet.

-- The end of shared work, as of a turn: the newest one that had taken effect by then, and whether it stands. One that was taken
-- back, or given another day, before its own turn never was. No row where there was none.
create or replace function plan.shared_end(p_couple uuid, p_day date, p_turn timestamptz, p_zone text)
returns table (at timestamptz, stands boolean)
language sql stable parallel restricted as $$ -- no search_path of its own, as for state_at
  select e.at, e.at > coalesce((select max(r.at) from public.plan_events r
                                 where r.couple_id = p_couple and r.kind = 'sharedResumed' and r.at < p_turn), '-infinity')
    from (select max(plan.turn_of(e.effective_on, p_zone)) as at
            from public.plan_events e
           where e.couple_id = p_couple and e.kind = 'sharedEnded' and e.at < p_turn and e.effective_on <= p_day
             and not exists (select from public.plan_events l
                              where l.couple_id = p_couple and l.kind in ('sharedEnded', 'sharedResumed')
                                and l.at > e.at and l.at < plan.turn_of(e.effective_on, p_zone))) e
   where e.at is not null
$$;

drop function if exists plan.state_at(uuid, timestamptz, timestamptz);
create function plan.state_at(p_couple uuid, p_turn timestamptz, p_now timestamptz)
returns table (
  assignment_id uuid, unit text, is_alone boolean, partner_id uuid, state text, done_on date,
  has_opening_consent boolean, is_paused boolean, has_open_safety boolean, is_held boolean, is_met boolean,
  is_released boolean, is_resting boolean, needs_fresh_yes boolean
)
language sql stable parallel restricted as $$ -- no search_path of its own, with which Postgres could not fold it into what asks; every name is qualified
with couple as (
  select c.id, c.time_zone as zone, plan.day_of(p_turn, c.time_zone) as day from public.couples c where c.id = p_couple
),
happened as materialized (
  select e.* from public.plan_events e
   where e.couple_id = p_couple and (e.at < p_turn or (e.is_immediate and e.at <= p_now))
),
-- Someone who was deactivated since the turn still counts until the next one.
person as (
  select p.id from public.partners p
   where p.couple_id = p_couple and (p.status <> 'deactivated' or p.deactivated_at >= p_turn)
),
ending as (
  select coalesce((array_agg(e.kind order by e.at desc, e.id desc))[1] = 'ended', false) as is_ended,
         max(e.at) filter (where e.kind = 'ended') as at
    from happened e where e.kind in ('ended', 'reopened')
),
-- What was said about anything shared before that turn no longer stands; what is said at its very moment does.
apart as (
  select max(s.at) - interval '1 microsecond' as void_before, coalesce(bool_or(s.stands), false) as is_apart
    from couple, plan.shared_end(couple.id, couple.day, p_turn, couple.zone) s
),
-- A pause that was taken back before anyone else could see it never happened. After the turn, taking back undoes nothing.
pause as (
  select e.partner_id, e.at from happened e, couple
   where e.kind = 'paused'
     and not exists (select from happened t
                      where t.kind = 'pauseTakenBack' and t.partner_id = e.partner_id and t.at > e.at
                        and plan.day_of(t.at, couple.zone) = plan.day_of(e.at, couple.zone))
),
about_person as (
  select p.id as partner_id,
         (select max(s.at) from pause s where s.partner_id = p.id) as paused_at,
         max(e.at) filter (where e.kind = 'pauseLifted') as lifted_at,
         max(e.at) filter (where e.kind = 'safetyRaised') as safety_at,
         max(e.at) filter (where e.kind = 'safetySettled') as settled_at,
         (array_agg(e.is_opening order by e.at desc, e.id desc) filter (where e.kind = 'metAlone'))[1] as met_for_joint
    from person p
    left join happened e on e.partner_id = p.id
   group by p.id
),
partner as (
  select a.partner_id, coalesce(a.met_for_joint, false) as met_for_joint,
         coalesce(a.paused_at > coalesce(a.lifted_at, '-infinity'), false) as is_paused,
         coalesce(a.safety_at > coalesce(a.settled_at, '-infinity'), false) as has_open_safety,
         -- What this person said before this moment about what is shared no longer stands.
         greatest(a.paused_at, a.safety_at) as void_before,
         -- A person was in their own meeting: for what they alone are asked or do, it counts at once.
         m.is_opening is not null as has_met, coalesce(m.is_opening, false) as may_be_asked
    from about_person a
    left join lateral (
      select coalesce(e.is_opening, false) as is_opening from public.plan_events e
       where e.couple_id = p_couple and e.kind = 'metAlone' and e.partner_id = a.partner_id and e.at <= p_now
       order by e.at desc, e.id desc limit 1
    ) m on true
),
given as (
  select e.assignment_id,
         max(e.at) filter (where e.kind = 'assigned') as assigned_at,
         -- New terms hold from the turn after: what was said before that turn was said to others, and both are asked anew.
         plan.turn_of(plan.day_of(max(e.at) filter (where e.kind = 'termsChanged'), couple.zone) + 1, couple.zone) - interval '1 microsecond' as terms_void_before,
         coalesce((array_agg(e.kind order by e.at desc, e.id desc) filter (where e.kind in ('held', 'holdLifted')))[1] = 'held', false) as is_held
    from happened e cross join couple where e.assignment_id is not null
   group by e.assignment_id, couple.zone
  having bool_or(e.kind = 'assigned') and not bool_or(e.kind = 'retired')
),
whole_plan as (
  select coalesce((array_agg(e.kind order by e.at desc, e.id desc) filter (where e.kind in ('held', 'holdLifted')))[1] = 'held', false) as is_held,
         max(e.at) filter (where e.kind = 'held' and e.is_immediate and e.at >= p_turn) as closed_at_once
    from happened e where e.assignment_id is null
),
unit as (
  select a.id as assignment_id, u.unit, u.is_alone, a.consent_every, a.opens_when_both_yes, g.assigned_at, g.is_held, g.terms_void_before,
         case when u.is_alone then a.alone_needs_release else a.needs_release end as needs_release
    from given g
    join public.assignments a on a.id = g.assignment_id
    join (values ('whole', 'alone', true), ('whole', 'together', false), ('alone', 'parts', true), ('together', 'parts', false)) as u (unit, mode, is_alone)
      on u.mode = a.mode
),
staff as (
  select u.assignment_id, u.unit,
         min(e.at) filter (where e.kind = 'finished') as finished_at,
         max(e.at) filter (where e.kind = 'released') as released_at,
         -- Both were in the room: from here to the next turn this stands above everything else.
         max(e.at) filter (where e.kind = 'released' and e.is_immediate and e.at >= p_turn) as opened_at_once,
         max(e.at) filter (where e.kind = 'held' and e.is_immediate and e.at >= p_turn) as closed_at_once
    from unit u
    left join happened e on e.assignment_id = u.assignment_id and (e.unit is null or e.unit = u.unit)
   group by u.assignment_id, u.unit
),
said as (
  select e.assignment_id, e.unit, e.partner_id,
         max(e.at) filter (where e.kind = 'answered' and e.is_opening) as yes_at,
         max(e.at) filter (where e.kind = 'withdrawn' or e.is_opening is not true) as no_at
    from happened e where e.kind in ('answered', 'withdrawn')
   group by e.assignment_id, e.unit, e.partner_id
),
-- What each person said last, and what of it stands. A pause, a worried answer or the end of shared work voids what was said about
-- anything shared; what a person does alone stays. An ending voids everything. New terms unsay what was said about the shared unit, and close
-- nothing: a release goes on holding.
answer as (
  select u.assignment_id, u.unit, p.partner_id,
         coalesce(s.yes_at > greatest(s.no_at, v.void_before, v.unsaid_before, '-infinity'), false)
           and (u.consent_every = 'once' or couple.day - plan.day_of(s.yes_at, couple.zone) < 7) as opens,
         coalesce(greatest(s.yes_at, s.no_at) > coalesce(greatest(v.void_before, v.unsaid_before), '-infinity'), false)
           and ((u.consent_every = 'once' and s.yes_at > coalesce(s.no_at, '-infinity'))
                or couple.day - plan.day_of(greatest(s.yes_at, s.no_at), couple.zone) < 7) as stands,
         -- Where this person's pause, no, withdrawal or worried answer closed it.
         greatest(s.no_at, case when v.void_before > u.assigned_at then v.void_before end) as closed_at
    from unit u
    cross join couple
    cross join partner p
    cross join ending x
    cross join apart d
    cross join lateral (select greatest(case when u.is_alone then null else greatest(p.void_before, d.void_before) end, x.at) as void_before,
                                    case when not u.is_alone then u.terms_void_before end as unsaid_before) v
    left join said s on s.assignment_id = u.assignment_id and s.unit = u.unit and s.partner_id = p.partner_id
),
-- Only the therapist reopens what one person closed, and only after that person's fresh yes.
reopening as (
  select a.assignment_id, a.unit, a.partner_id, min(e.at) as fresh_yes_at, count(e.at) = 0 as lacks_fresh_yes
    from answer a
    left join happened e on e.assignment_id = a.assignment_id and e.unit = a.unit and e.partner_id = a.partner_id
         and e.kind = 'answered' and e.is_opening and e.at > a.closed_at
   where a.closed_at is not null
   group by a.assignment_id, a.unit, a.partner_id
),
both_say as (
  select a.assignment_id, a.unit, count(*) > 1 and bool_and(a.opens) as yes,
         bool_or(a.closed_at is not null) as was_closed,
         coalesce(bool_or(r.lacks_fresh_yes), false) as lacks_fresh_yes,
         max(r.fresh_yes_at) as fresh_yes_at
    from answer a
    left join reopening r using (assignment_id, unit, partner_id)
   group by a.assignment_id, a.unit
),
-- Kept, because what draws rest days would be asked again for each partner.
opening as materialized (
  select u.assignment_id, u.unit, u.is_alone,
         not u.is_alone and (w.is_held or u.is_held) as is_held,
         case
           when u.is_alone then not u.needs_release
             or coalesce(couple.day - plan.day_of(s.released_at, couple.zone) < 7 and s.released_at > coalesce(x.at, '-infinity'), false)
           when s.released_at is null or b.lacks_fresh_yes or s.released_at <= b.fresh_yes_at
             then u.opens_when_both_yes and not u.needs_release and not b.was_closed
           else not u.needs_release or couple.day - plan.day_of(s.released_at, couple.zone) < 7
         end as is_released,
         case
           when s.opened_at_once > greatest(s.closed_at_once, c.closed_at_once, '-infinity') then 'open'
           when greatest(s.closed_at_once, c.closed_at_once) is not null then 'closed'
         end as at_once,
         case when u.is_alone or s.finished_at is not null then false else plan.is_rest_day(u.assignment_id, couple.day) end as is_resting,
         b.yes as both_say_yes, s.finished_at, x.is_ended or (d.is_apart and not u.is_alone) as is_ended
    from unit u
    join staff s using (assignment_id, unit)
    join both_say b using (assignment_id, unit)
    cross join whole_plan w
    -- What was given in the room after the plan was closed is asked: it was not there to be closed.
    cross join lateral (select case when w.closed_at_once > u.assigned_at then w.closed_at_once end as closed_at_once) c
    cross join ending x
    cross join apart d
    cross join couple
),
nobody_stops as (
  select bool_and(p.met_for_joint and not p.is_paused and not p.has_open_safety) as holds from partner p
)
select o.assignment_id, o.unit, o.is_alone, p.partner_id,
       case
         when o.finished_at is not null then 'done'
         when o.is_ended then 'closed'
         when o.is_alone then
           case when not p.has_met then 'closed'
                when a.opens and o.is_released then 'open'
                when a.stands then 'closed'
                else 'asked' end
         when o.at_once is not null then o.at_once
         when o.both_say_yes and n.holds and o.is_released and not o.is_held and not o.is_resting then 'open'
         when p.is_paused or p.has_open_safety or not p.may_be_asked or a.stands then 'closed'
         else 'asked'
       end,
       case when o.finished_at is not null then plan.day_of(o.finished_at, couple.zone) end,
       a.opens, p.is_paused, p.has_open_safety, o.is_held, case when o.is_alone then p.has_met else p.met_for_joint end,
       o.is_released, o.is_resting, not o.is_alone and coalesce(r.lacks_fresh_yes, false)
  from opening o
  cross join partner p
  cross join couple
  cross join nobody_stops n
  join answer a on a.assignment_id = o.assignment_id and a.unit = o.unit and a.partner_id = p.partner_id
  left join reopening r on r.assignment_id = o.assignment_id and r.unit = o.unit and r.partner_id = p.partner_id
$$;
