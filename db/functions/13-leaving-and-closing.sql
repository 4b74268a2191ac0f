-- When someone who works here leaves. A practice admin learns how much they leave, never what it says.

-- Unsigned notes stay their author's; sessions to come go to someone else.
create or replace function auth.what_someone_leaves(p_staff_member uuid) returns table (unsigned_notes integer, coming_sessions integer)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not auth.has_role('practiceAdmin') then
    raise exception 'only a practice admin asks this' using errcode = 'insufficient_privilege';
  end if;
  return query select
    (select count(*)::integer from public.session_notes n
      where n.practice_id = auth.practice_id() and n.author_id = p_staff_member and n.signed_at is null),
    (select count(*)::integer from public.sessions s
      where s.practice_id = auth.practice_id() and s.therapist_id = p_staff_member and s.starts_at > auth.now() and s.cancelled_at is null);
end $$;

-- Each couple's sessions to come are its primary's from now on; called once the care teams are changed. Answers how many were moved.
create or replace function auth.hand_over_sessions(p_staff_member uuid) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare moved integer;
begin
  if not auth.has_role('practiceAdmin') then
    raise exception 'only a practice admin does this' using errcode = 'insufficient_privilege';
  end if;
  update public.sessions s set therapist_id = t.staff_member_id
    from public.care_team_members t
   where s.practice_id = auth.practice_id() and s.therapist_id = p_staff_member and s.starts_at > auth.now() and s.cancelled_at is null
     and t.couple_id = s.couple_id and t.part = 'primary' and t.to_on is null and t.staff_member_id <> p_staff_member;
  get diagnostics moved = row_count;
  return moved;
end $$;

-- Closing shared work when the care team can't be reached. A practice admin does it blind: the answer is the same whether it had ended
-- already, was to end on another day, or work has ended altogether.

create or replace function auth.close_shared_work(p_couple uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  v_zone text;
  v_next date;
begin
  if not auth.has_role('practiceAdmin') then
    raise exception 'only a practice admin does this' using errcode = 'insufficient_privilege';
  end if;
  select c.time_zone into v_zone from public.couples c where c.id = p_couple and c.practice_id = auth.practice_id();
  if not found then
    raise exception 'no such couple' using errcode = 'insufficient_privilege';
  end if;
  v_next := plan.day_of(auth.now(), v_zone) + 1;
  -- What will hold from the next turn in any case stays as the care team wrote it.
  if exists (select from plan.shared_end(p_couple, v_next, plan.turn_of(v_next, v_zone), v_zone) s where s.stands) then return; end if;
  insert into public.plan_events (practice_id, couple_id, kind, effective_on, staff_member_id)
  values (auth.practice_id(), p_couple, 'sharedEnded', v_next, auth.staff_member_id());
  insert into public.practice_closings (practice_id, couple_id, closed_by) values (auth.practice_id(), p_couple, auth.staff_member_id());
end $$;
