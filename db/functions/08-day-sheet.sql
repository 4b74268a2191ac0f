-- What one partner may see of the plan on one day.

-- The questions of a list, in order, each with its id.
create or replace function plan.questions(p_common jsonb, p_ids jsonb, p_touch boolean) returns jsonb
language sql immutable parallel safe set search_path = pg_catalog as $$
  select coalesce(jsonb_agg((p_common -> 'questions' -> q) || jsonb_build_object('id', q) order by place), '[]')
    from jsonb_array_elements_text(p_ids) with ordinality as t (q, place)
   where p_touch or not coalesce((p_common -> 'questions' -> q ->> 'touchOnly')::boolean, false)
$$;

-- One unit as a partner may see it: texts for partners, terms (sealed), the questions before and after. Nothing for staff.
create or replace function plan.unit_content(p_assignment uuid, p_unit text, p_is_alone boolean, p_state text) returns jsonb
language sql stable parallel restricted set search_path = pg_catalog as $$
  select jsonb_build_object(
    'assignmentId', a.id, 'unit', p_unit, 'isAlone', p_is_alone, 'state', p_state, 'title', v.title,
    'why', v.content #> '{forPartners,why}',
    'instructions', coalesce(part.value -> 'instructions', v.content #> '{forPartners,instructions}'),
    'minutes', jsonb_build_object('min', a.minutes_min, 'max', a.minutes_max),
    'rhythm', jsonb_build_object('kind', a.rhythm_kind, 'times', a.rhythm_times, 'weeks', a.rhythm_weeks, 'days', to_jsonb(a.rhythm_days)),
    'terms', encode(a.terms, 'base64'),
    'titles', (select coalesce(jsonb_object_agg(st.code, sv.title), '{}')
                 from regexp_matches(v.content::text, '\{step:(S\d\d)\}', 'g') as m (code)
                 join public.steps st on st.practice_id = a.practice_id and st.code = m.code[1]
                 -- as they were called when this was assigned: frozen with the words that name them
                 join lateral (select x.title from public.step_versions x where x.step_id = st.id
                                order by x.created_at <= greatest(a.assigned_at, v.created_at) desc, x.version desc limit 1) sv on true),
    'consentEvery', a.consent_every,
    'consent', (case when p_is_alone then g.common #> '{consent,alone}'
                     else g.common -> 'consent' -> coalesce(v.content ->> 'consentList', 'together') end)
               || case when p_is_alone and a.mode = 'parts' then '[]'
                       else plan.questions(g.common, v.content -> 'extraConsent', true) end,
    'checkIn', case
      when p_is_alone and a.mode = 'parts' then plan.questions(g.common, g.common #> '{checkIn,short}', false)
      else plan.questions(g.common,
             (case when v.content ->> 'checkIn' = 'full' then g.common #> '{checkIn,full}' else g.common #> '{checkIn,short}' end) || (v.content -> 'extraCheckIn'),
             (v.content ->> 'touch')::boolean) end)
    from public.assignments a
    join public.step_versions v on v.id = a.step_version_id
    join public.programs g on g.id = v.program_id
    left join lateral (select x.value from jsonb_array_elements(v.content -> 'parts') as x where x.value ->> 'id' = p_unit) part on true
   where a.id = p_assignment
$$;

-- The terms of one assignment as of a turn: those both read, where they were changed, and what this partner alone reads. What was set
-- together with the assignment came with it.
create or replace function plan.terms_at(p_assignment uuid, p_partner uuid, p_assigned_at timestamptz, p_turn timestamptz) returns jsonb
language sql stable parallel restricted set search_path = pg_catalog as $$
  select coalesce((select jsonb_build_object('terms', encode(t.terms, 'base64'), 'termsId', t.id) from public.assignment_terms t
                    where t.assignment_id = p_assignment and t.set_at < p_turn order by t.set_at desc, t.id limit 1), '{}')
      || coalesce((select jsonb_build_object('own', encode(o.words, 'base64'), 'ownId', o.id) from public.own_terms o
                    where o.assignment_id = p_assignment and o.partner_id = p_partner and (o.set_at < p_turn or o.set_at = p_assigned_at)
                    order by o.set_at desc, o.id limit 1), '{}')
$$;

-- Whether all work has ended as of a turn.
create or replace function plan.has_ended(p_couple uuid, p_turn timestamptz) returns boolean
language sql stable parallel restricted set search_path = pg_catalog as $$
  select coalesce((select e.kind = 'ended' from public.plan_events e
                    where e.couple_id = p_couple and e.kind in ('ended', 'reopened') and e.at < p_turn
                    order by e.at desc, e.id desc limit 1), false)
$$;

-- Whether nothing is passed on between the two on a day: shared work has ended, or all work.
create or replace function plan.is_shared_over(p_couple uuid, p_day date, p_zone text) returns boolean
language sql stable parallel restricted set search_path = pg_catalog as $$
  select plan.has_ended(p_couple, plan.turn_of(p_day, p_zone))
      or coalesce((select s.stands from plan.shared_end(p_couple, p_day, plan.turn_of(p_day, p_zone), p_zone) s), false)
$$;

-- The sheet of one partner for one day: a pure function, so that made late it is the same.
create or replace function plan.draw_sheet(p_partner uuid, p_couple uuid, p_day date, p_zone text, p_now timestamptz) returns jsonb
language sql stable parallel restricted set search_path = pg_catalog as $$
  with turn as (select plan.turn_of(p_day, p_zone) as at),
  mine as (
    select s.* from turn, plan.state_at(p_couple, turn.at, p_now) s where s.partner_id = p_partner
  ),
  -- A check-in may still be given the day after a step was open.
  yesterday as (
    select s.assignment_id, s.unit from plan.state_at(p_couple, plan.turn_of(p_day - 1, p_zone), plan.turn_of(p_day, p_zone)) s
     where s.partner_id = p_partner and s.state = 'open'
  )
  select jsonb_build_object(
    'day', p_day,
    'units', coalesce((select jsonb_agg(plan.unit_content(m.assignment_id, m.unit, m.is_alone, m.state)
                                      || plan.terms_at(m.assignment_id, p_partner, a.assigned_at, turn.at) || jsonb_build_object('opensWithOwnYes', m.is_alone and m.is_released) order by m.is_alone, a.assigned_at, m.assignment_id)
                         from turn, mine m join public.assignments a on a.id = m.assignment_id where m.state in ('asked', 'open')), '[]'),
    'recent', coalesce((select jsonb_agg(plan.unit_content(m.assignment_id, m.unit, m.is_alone, 'recent') || plan.terms_at(m.assignment_id, p_partner, a.assigned_at, turn.at) order by m.is_alone, a.assigned_at, m.assignment_id)
                          from turn, mine m join yesterday y using (assignment_id, unit) join public.assignments a on a.id = m.assignment_id
                         where m.state not in ('open', 'asked')), '[]'),
    'done', coalesce((select jsonb_agg(jsonb_build_object('title', v.title, 'on', m.done_on, 'unit', m.unit) order by m.done_on desc, v.title)
                        from mine m join public.assignments a on a.id = m.assignment_id join public.step_versions v on v.id = a.step_version_id
                       where m.state = 'done'), '[]'),
    'words', coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'on', w."on", 'text', encode(w.text, 'base64')) order by w."on" desc, w.id)
                         from public.shared_words w, turn
                        where w.couple_id = p_couple and w.partner_id <> p_partner and w.sent_at < turn.at
                          and (w.taken_back_at is null or w.taken_back_at >= turn.at)
                          -- What would have arrived while nothing is passed on never does.
                          and not plan.is_shared_over(p_couple, w."on" + 1, p_zone)
                          -- Whoever they came to may keep them; nobody else learns of it.
                          and (p_day - w."on" <= 14
                               or exists (select from public.kept_words k
                                           where k.partner_id = p_partner and k.words_id = w.id and k.kept_at < turn.at
                                             and (k.let_go_at is null or k.let_go_at >= turn.at)))), '[]'),
    -- Said to both alike, for as many weeks as it may be news; never once work has ended altogether.
    'isApart', coalesce((select s.stands and p_day - plan.day_of(s.at, p_zone) < 28 from turn, plan.shared_end(p_couple, p_day, turn.at, p_zone) s), false)
               and not (select plan.has_ended(p_couple, turn.at) from turn),
    'isSharedOver', plan.is_shared_over(p_couple, p_day, p_zone),
    'policy', (select cp.policy from public.confidentiality_policies cp, turn where cp.couple_id = p_couple
                order by (cp.set_at < turn.at) desc, case when cp.set_at < turn.at then cp.set_at end desc, cp.set_at limit 1),
    -- Another policy waits for this person's own answer; in the sheets of both alike, whatever either said.
    'proposal', (select jsonb_build_object('id', p.id, 'policy', p.policy, 'on', plan.day_of(s.starts_at, p_zone))
                   from turn, public.policy_proposals p join public.sessions s on s.id = p.session_id
                  where p.couple_id = p_couple and p.proposed_at < turn.at and (p.taken_back_at is null or p.taken_back_at >= turn.at)
                    and not exists (select from public.confidentiality_policies f where f.proposal_id = p.id and f.set_at < turn.at)
                  order by p.proposed_at desc, p.id limit 1))
$$;

-- Everything the partner's pages need in one call: today's sheet (made on first need), what the person did since the turn laid
-- over it, the practice's support list, and the wrapped keys that open what was written for them.
create or replace function portal.my_day() returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  v_me uuid := auth.partner_id();
  v_practice uuid := auth.practice_id();
  v_couple uuid := auth.couple_id();
  v_now timestamptz := auth.now();
  v_zone text;
  v_day date;
  v_turn timestamptz;
  v_sheet jsonb;
  v_units jsonb;
  v_pause record;
  v_is_lifted boolean;
begin
  if v_me is null then return null; end if;
  delete from public.drafts where partner_id = v_me and expires_at <= v_now;
  select c.time_zone into v_zone from public.couples c where c.id = v_couple;
  v_day := plan.day_of(v_now, v_zone);
  v_turn := plan.turn_of(v_day, v_zone);

  select content into v_sheet from public.day_sheets where partner_id = v_me and "on" = v_day;
  if not found then
    v_sheet := plan.draw_sheet(v_me, v_couple, v_day, v_zone, v_now);
    insert into public.day_sheets (partner_id, "on", practice_id, content) values (v_me, v_day, v_practice, v_sheet) on conflict do nothing;
  end if;

  -- One's own newest pause that stands, and whether it can still be taken back. One that was taken back on its own day never was, so
  -- that an earlier one goes on; what the therapist ended since the turn goes on until the next.
  select e.at >= v_turn as is_today, e.at into v_pause from public.plan_events e
   where e.couple_id = v_couple and e.partner_id = v_me and e.kind = 'paused'
     and not exists (select from public.plan_events l
                      where l.couple_id = v_couple and l.partner_id = v_me and l.kind = 'pauseLifted' and l.at >= e.at and l.at < v_turn)
     and not exists (select from public.plan_events t
                      where t.couple_id = v_couple and t.partner_id = v_me and t.kind = 'pauseTakenBack' and t.at > e.at
                        and plan.day_of(t.at, v_zone) = plan.day_of(e.at, v_zone))
   order by e.at desc, e.id desc limit 1;
  -- The therapist ended the pause today: shown at the turn as ever, but a pause pressed now is a new one.
  v_is_lifted := v_pause.at is not null and exists (
    select from public.plan_events e
     where e.couple_id = v_couple and e.partner_id = v_me and e.kind = 'pauseLifted' and e.at >= v_turn and e.at >= v_pause.at);

  -- One's own acts since the turn change one's own view at once. On shared steps they can only close: what opens one waits
  -- for the turn, because opening at once would tell that the other had already said yes.
  with own as (
    select distinct on (e.assignment_id, e.unit) e.assignment_id, e.unit, e.kind = 'answered' and coalesce(e.is_opening, false) as is_opening, e.at
      from public.plan_events e
     where e.couple_id = v_couple and e.partner_id = v_me and e.kind in ('answered', 'withdrawn') and e.at >= v_turn
     order by e.assignment_id, e.unit, e.at desc, e.id desc
  ),
  at_once as (
    select e.assignment_id, max(e.at) as at from public.plan_events e
     where e.couple_id = v_couple and e.kind = 'released' and e.is_immediate and e.at >= v_turn group by e.assignment_id
  ),
  laid_over as (
    select u.value as unit, place,
           case
             when (u.value ->> 'isAlone')::boolean then
               case when o.at is null then u.value ->> 'state'
                    when o.is_opening and ((u.value ->> 'opensWithOwnYes')::boolean or u.value ->> 'state' = 'open') then 'open'
                    else 'closed' end
             when r.at is not null and r.at > coalesce(o.at, '-infinity') and r.at > coalesce(v_pause.at, '-infinity') then u.value ->> 'state'
             when v_pause.at is not null then 'closed'
             when o.at is null then u.value ->> 'state'
             when u.value ->> 'state' = 'open' and o.is_opening then 'open'
             else 'closed'
           end as state
      from jsonb_array_elements(v_sheet -> 'units') with ordinality as u (value, place)
      left join own o on o.assignment_id = (u.value ->> 'assignmentId')::uuid and o.unit = u.value ->> 'unit'
      left join at_once r on r.assignment_id = (u.value ->> 'assignmentId')::uuid
  )
  select coalesce(jsonb_agg(unit - 'opensWithOwnYes' || jsonb_build_object('state', state) order by place), '[]') into v_units from laid_over where state <> 'closed';

  return (v_sheet || jsonb_build_object(
    'units', v_units,
    'recent', case when v_pause.at is not null then '[]' else v_sheet -> 'recent' end,
    'isPauseLifted', v_is_lifted,
    'pause', case when v_pause.is_today then 'today' when v_pause.at is not null then 'standing' end,
    'agreed', (select g.policy from public.agreements g
                where g.partner_id = v_me
                  and (g.proposal_id is null or exists (select from public.confidentiality_policies cp
                                                         where cp.proposal_id = g.proposal_id and cp.set_at < v_turn))
                order by g.agreed_at desc limit 1),
    'proposal', case when not exists (select from public.policy_answers a
                                       where a.partner_id = v_me and a.proposal_id = (v_sheet #>> '{proposal,id}')::uuid) then v_sheet -> 'proposal' end,
    -- From the next sign-in on, so that a page never changes while it is being looked at; heard once (portal.hear_message).
    'hasAnswer', exists (select from public.flags f, public.sign_ins i
                          where i.id = auth.sign_in_id() and f.partner_id = v_me and f.reason = 'contactMe' and f.heard_at is null
                            and least(f.taken_up_at, f.settled_at) < i.created_at),
    'support', (select coalesce(jsonb_agg(jsonb_build_object('label', s.label, 'detail', s.detail) order by s.position), '[]')
                  from public.support_contacts s where s.practice_id = v_practice),
    'practiceKeys', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'practiceId', k.practice_id, 'masterKeyId', k.master_key_id,
                      'wrapped', encode(k.wrapped, 'base64'))), '[]')
                       from public.practice_keys k where k.practice_id = v_practice),
    'keys', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'practiceId', k.practice_id, 'practiceKeyId', k.practice_key_id, 'keyClass', k.key_class,
                      'coupleId', k.couple_id, 'partnerId', k.partner_id, 'wrapped', encode(k.wrapped, 'base64'), 'createdAt', k.created_at) order by k.created_at desc), '[]')
               from public.data_keys k
              where k.couple_id = v_couple and (k.key_class = 'couple.shared' or (k.key_class = 'partner.private' and k.partner_id = v_me)))));
end $$;

-- Words that were shared today can be taken back unseen, until the turn. Returns whether there was such a row.
create or replace function portal.take_back_words(p_words uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare v_zone text;
begin
  select c.time_zone into v_zone from public.couples c where c.id = auth.couple_id();
  update public.shared_words set taken_back_at = auth.now()
   where id = p_words and partner_id = auth.partner_id() and taken_back_at is null
     and sent_at >= plan.turn_of(plan.day_of(auth.now(), v_zone), v_zone);
  return found;
end $$;

-- The partner has been shown that the request to be contacted arrived: it is not said again.
create or replace function portal.hear_message() returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update public.flags set heard_at = auth.now()
   where partner_id = auth.partner_id() and reason = 'contactMe' and heard_at is null and coalesce(taken_up_at, settled_at) is not null;
  return found;
end $$;

-- Whoever answers a shared step anew no longer asks for what they asked to change before: the line about it is settled by that.
create or replace function portal.outdate_asked_changes(p_assignment uuid) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.flags f set settled_at = auth.now(), outcome = 'outdated'
   where f.partner_id = auth.partner_id() and f.reason = 'change' and f.settled_at is null
     and exists (select from public.consents n where n.id = f.source_id and n.assignment_id = p_assignment)
$$;

-- What waits for this partner's own answers: of each measure given to them the time of asking it has come to, unless that was
-- answered. The first is asked at once; each further one from six days before its day. Nothing of it is asked once work has ended.
create or replace function portal.my_measures() returns jsonb
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  with today as (
    select plan.day_of(auth.now(), c.time_zone) as day, c.time_zone as zone from public.couples c where c.id = auth.couple_id()
  ),
  asked as (
    select g.id, g.instrument, g.version, g.given_at,
           case when g.every_weeks is null then 0 else greatest(0, (t.day + 6 - g.due_on) / (g.every_weeks * 7)) end as occasion
      from public.measures_given g, today t
     where g.partner_id = auth.partner_id() and g.taken_back_at is null
       and not (select plan.has_ended(auth.couple_id(), plan.turn_of(t.day, t.zone)))
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'instrument', a.instrument, 'version', a.version, 'occasion', a.occasion)
                            order by a.given_at, a.id), '[]')
    from asked a
   where not exists (select from public.measure_scores s where s.given_id = a.id and s.occasion = a.occasion)
$$;
