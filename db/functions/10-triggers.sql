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

-- A signed note never changes, for any role. Two things may happen to it, and neither touches what it says: its author's signature on a draft, with
-- what their supervision asks for on that day, and a return, after which the signature is gone and the note a draft again.
create or replace function plan.keep_signed_note() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  v_signing constant text[] := array['signed_at', 'signed_as', 'signed_hash', 'signed_zone', 'needs_approval', 'needs_co_signature', 'co_signer_id', 'version', 'updated_at'];
begin
  if tg_op = 'DELETE' then
    if old.signed_at is not null then raise exception 'a signed note never changes' using errcode = 'restrict_violation'; end if;
    return old;
  end if;
  if old.signed_at is not null then
    if new.signed_at is null and to_jsonb(new) - v_signing = to_jsonb(old) - v_signing
       and exists (select from public.note_reviews r where r.note_id = old.id and r.note_hash = old.signed_hash and r.kind = 'returned') then
      return new;
    end if;
    raise exception 'a signed note never changes' using errcode = 'restrict_violation';
  end if;
  if (new.id, new.practice_id, new.couple_id, new.session_id, new.kind, new.author_id, new.partner_id) is distinct from
     (old.id, old.practice_id, old.couple_id, old.session_id, old.kind, old.author_id, old.partner_id) then
    raise exception 'a note stays its author''s and of its session' using errcode = 'restrict_violation';
  end if;
  if new.signed_at is not null
     and not exists (select from auth.signing_needs(new.session_id, new.author_id) n
                      where n.approval = new.needs_approval and n.co_signature = new.needs_co_signature) then
    raise exception 'a note is signed with what its author''s supervision asks for' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- A session has one note; another may take the place of one that was entered in error. Locked, so that two who begin at once begin one.
create or replace function plan.one_note_each() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from public.sessions where id = new.session_id for no key update;
  if exists (select from public.session_notes o where o.session_id = new.session_id and o.id <> new.id
                and not exists (select from public.addenda a where a.note_id = o.id and a.kind = 'enteredInError')) then
    raise exception 'a session has one note' using errcode = 'unique_violation';
  end if;
  return null;
end $$;

-- Nobody co-signs a note of their own, a draft, another text than the one that stands, or what still waits for approval.
create or replace function plan.co_signs_what_stands() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from public.session_notes n
                  where n.id = new.note_id and n.signed_hash = new.note_hash and n.author_id <> new.author_id
                    and (not n.needs_approval
                         or exists (select from public.note_reviews r where r.note_id = n.id and r.note_hash = n.signed_hash and r.kind = 'approved'))) then
    raise exception 'only what stands signed is co-signed, by another' using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- Approved or returned is what waits for it, once, by another than its author. What is returned is a draft again.
create or replace function plan.reviews_what_waits() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from public.session_notes n
                  where n.id = new.note_id and n.signed_hash = new.note_hash and n.needs_approval and n.author_id <> new.author_id) then
    raise exception 'only what waits for approval is reviewed, by another' using errcode = 'check_violation';
  end if;
  if new.kind = 'returned' then
    update public.session_notes
       set signed_at = null, signed_as = null, signed_hash = null, signed_zone = null, needs_approval = false, needs_co_signature = false,
           co_signer_id = null, version = version + 1, updated_at = auth.now()
     where id = new.note_id;
  end if;
  return null;
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

-- All that may happen to a row is one mark, set once: the column that the trigger names.
create or replace function plan.keep_but_mark() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' or to_jsonb(old) ->> tg_argv[0] is not null
     or to_jsonb(new) - tg_argv[0] is distinct from to_jsonb(old) - tg_argv[0] then
    raise exception 'rows of % stay as they were written', tg_table_name using errcode = 'restrict_violation';
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
