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
end $$;
