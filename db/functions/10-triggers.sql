-- What rows do by themselves.

-- Whoever makes a couple is its primary.
create or replace function plan.join_founder() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  insert into public.care_team_members (practice_id, couple_id, staff_member_id, part, from_on)
  select new.practice_id, new.id, new.created_by, 'primary', plan.day_of(auth.now(), p.time_zone) from public.practices p where p.id = new.practice_id;
  return null;
end $$;

-- The time of an event is the clock's, whatever the statement says, and no event reaches back into a day that has begun.
create or replace function plan.stamp_event() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  new.at := auth.now();
  if new.effective_on is not null
     and new.effective_on <= (select plan.day_of(new.at, c.time_zone) from public.couples c where c.id = new.couple_id) then
    raise exception 'shared work ends at a turn that has not come yet' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- What reaches both at once is drawn into today's sheets anew; one's own meeting alone, into one's own.
create or replace function plan.redraw_sheets() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from public.day_sheets d
   using public.partners p, public.couples c
   where p.couple_id = new.couple_id and c.id = new.couple_id and (new.is_immediate or p.id = new.partner_id)
     and d.partner_id = p.id and d."on" = plan.day_of(new.at, c.time_zone);
  return null;
end $$;

-- A signed note never changes, for any role.
create or replace function plan.keep_signed_note() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if old.signed_at is not null then
    raise exception 'a signed note never changes' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.practice_id, new.couple_id, new.session_id, new.kind, new.author_id) is distinct from
                          (old.id, old.practice_id, old.couple_id, old.session_id, old.kind, old.author_id)
     or tg_op = 'UPDATE' and new.partner_id is distinct from old.partner_id then
    raise exception 'a note stays its author''s and of its session' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

-- Rows that are only ever added.
create or replace function plan.keep_appended() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end $$;

-- What was asked of someone to sign stays as it was asked: all that may happen to it is that it is taken back, once.
create or replace function plan.keep_release() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' or old.taken_back_at is not null
     or to_jsonb(new) - 'taken_back_at' is distinct from to_jsonb(old) - 'taken_back_at' then
    raise exception 'a release stays as it was asked' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- Another confidentiality policy than the first comes into force only by a proposal that stands, and after a yes of each partner who has an account.
create or replace function plan.needs_both_yes() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if exists (select from public.confidentiality_policies o where o.couple_id = new.couple_id and o.id <> new.id)
     and (not exists (select from public.policy_proposals p
                       where p.id = new.proposal_id and p.couple_id = new.couple_id and p.policy = new.policy and p.taken_back_at is null)
          or exists (select from public.confidentiality_policies o where o.proposal_id = new.proposal_id and o.id <> new.id)
          or exists (select from public.partners p
                      where p.couple_id = new.couple_id and p.status = 'active'
                        and not exists (select from public.policy_answers a where a.partner_id = p.id and a.proposal_id = new.proposal_id and a.is_yes))) then
    raise exception 'a policy changes only with a yes of each partner' using errcode = 'check_violation';
  end if;
  return null;
end $$;
