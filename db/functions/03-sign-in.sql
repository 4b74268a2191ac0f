-- The sign-in door: run by hearth_system before anyone is known. E-mail addresses are compared in lower case.

-- By e-mail address or user name: never both, since one has an @ and the other none, and both are looked up every time. A password
-- that was ended is answered like one that never was.
drop function if exists auth.find_account(text);
create or replace function auth.find_account(p_login text) returns table (account_id uuid, password_hash text, has_factor boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select id, case when a.password_ended_at is null then a.password_hash end, auth.has_factor(id) from public.accounts a where email = lower(p_login)
  union all
  select id, case when a.password_ended_at is null then a.password_hash end, auth.has_factor(id) from public.accounts a where user_name = lower(p_login)
$$;

-- The places of an account, in an order that stays: where it works, then where it is a partner. Several accounts may have one address.
create or replace function auth.open_places(p_account uuid)
returns table (place uuid, practice_id uuid, staff_member_id uuid, partner_id uuid, title text, nth bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select m.place, m.practice_id, case when m.kind = 1 then m.place end, case when m.kind = 2 then m.place end,
         case m.kind when 1 then p.name else p.portal_title end, row_number() over (order by m.kind, m.created_at, m.place)
    from (select sm.id as place, sm.practice_id, 1 as kind, sm.created_at
            from public.staff_members sm where sm.account_id = p_account and sm.status = 'active'
          union all
          select pa.id, pa.practice_id, 2, pa.created_at
            from public.partners pa where pa.account_id = p_account and pa.status = 'active') m
    join public.practices p on p.id = m.practice_id
$$;

-- Begins a sign-in for the account's only place, or for p_place; answers its kind ('staff', 'partner'), or null when there is none. An
-- account with a second factor begins none without a half sign-in that was taken in this very transaction (auth.take_half). One with
-- several places begins none either: 'place' says that p_token_hash now waits for which, and only such a half, taken, opens p_place.
drop function if exists auth.begin_sign_in(uuid, bytea, text, integer);
drop function if exists auth.begin_sign_in(uuid, bytea, text, integer, uuid);
create or replace function auth.begin_sign_in(p_account uuid, p_token_hash bytea, p_device text, p_hours integer, p_half uuid default null, p_place uuid default null)
returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  m record;
  v_passed text;
begin
  select h.waits_for into v_passed from public.half_sign_ins h where h.id = p_half and h.account_id = p_account and h.used_at = auth.now();
  if v_passed is null and auth.has_factor(p_account) or (p_place is not null) <> (coalesce(v_passed, '') = 'place') then return null; end if;
  select o.*, count(*) over () as how_many into m from auth.open_places(p_account) o where p_place is null or o.place = p_place order by o.nth limit 1;
  if not found then return null; end if;
  if p_place is null and m.how_many > 1 then
    perform auth.leave_half(p_account, p_token_hash, 'place');
    return 'place';
  end if;
  insert into public.sign_ins (token_hash, account_id, practice_id, staff_member_id, partner_id, device, expires_at)
  values (p_token_hash, p_account, m.practice_id, m.staff_member_id, m.partner_id, left(p_device, 80), auth.now() + make_interval(hours => least(p_hours, 12)));
  return case when m.partner_id is null then 'staff' else 'partner' end;
end $$;

-- Where to go, for whoever comes from a right password, and factor where there is one; null once that half sign-in is over.
create or replace function auth.read_choice(p_token_hash bytea) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object('id', h.id, 'accountId', a.id, 'login', coalesce(a.email, a.user_name), 'places', (
           select coalesce(jsonb_agg(jsonb_build_object('id', o.place, 'isWork', o.staff_member_id is not null, 'title', o.title,
                                                        'word', a.place_words ->> o.place::text) order by o.nth), '[]')
             from auth.open_places(a.id) o))
    from public.half_sign_ins h join public.accounts a on a.id = h.account_id
   where h.token_hash = p_token_hash and h.waits_for = 'place' and h.used_at is null and h.expires_at > auth.now()
     and a.password_changed_at <= h.created_at and a.password_ended_at is null
$$;

-- Words to tell them apart by, as {place: word}: for partners' places alone, which all look alike. The list is the app's; whatever is
-- no single word is no word. False once the half sign-in is over.
create or replace function auth.name_places(p_token_hash bytea, p_words jsonb) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare v_account uuid := (auth.read_choice(p_token_hash) ->> 'accountId')::uuid;
begin
  if v_account is null then return false; end if;
  update public.accounts set place_words = (
    select coalesce(jsonb_object_agg(o.place, p_words -> o.place::text), '{}') from auth.open_places(v_account) o
     where o.partner_id is not null and p_words ->> o.place::text ~ '^[A-Z][a-z]{2,11}$')
   where id = v_account;
  return true;
end $$;

-- A second factor that comes or goes ends what was passed without it.
create or replace function auth.end_choices(p_account uuid) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.half_sign_ins set used_at = auth.now() where account_id = p_account and waits_for = 'place' and used_at is null
$$;

create or replace function auth.end_sign_in(p_token_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.sign_ins set ended_at = auth.now() where token_hash = p_token_hash and ended_at is null
$$;

-- Where Close leads: known for an ended or lapsed sign-in too, because Close must always lead away.
create or replace function auth.close_url(p_token_hash bytea) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select p.close_url from public.sign_ins s join public.practices p on p.id = s.practice_id where s.token_hash = p_token_hash
$$;

-- Whose clock a page without a sign-in shows: known for an ended or lapsed sign-in too, because the silent timer outlives it.
create or replace function auth.zone_of_sign_in(p_token_hash bytea) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(c.time_zone, p.time_zone)
    from public.sign_ins s
    join public.practices p on p.id = s.practice_id
    left join public.partners pa on pa.id = s.partner_id
    left join public.couples c on c.id = pa.couple_id
   where s.token_hash = p_token_hash
$$;

-- Covers the asker's own screens, or shows them again once whoever asks has given the password (lib/accounts/curtain/lift.ts).
create or replace function auth.cover_my_sign_in() returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.sign_ins set covered_at = auth.now() where id = auth.sign_in_id() and staff_member_id is not null and covered_at is null
$$;
create or replace function auth.lift_my_sign_in() returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.sign_ins set covered_at = null, last_seen_at = auth.now() where id = auth.sign_in_id() and staff_member_id is not null
$$;

-- A membership that is deactivated takes its sign-ins with it, at once.
create or replace function auth.end_sign_ins_of_membership() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if new.status is distinct from 'active' then
    if tg_table_name = 'partners' then
      update public.sign_ins set ended_at = auth.now() where partner_id = new.id and ended_at is null;
    else
      update public.sign_ins set ended_at = auth.now() where staff_member_id = new.id and ended_at is null;
    end if;
  end if;
  return null;
end $$;

-- Ends every sign-in of one partner, at once, for the care team: the devices that are in now have to sign in anew. Nobody is told.
create or replace function auth.end_sign_ins_of(p_partner uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from public.partners p where p.id = p_partner and p.couple_id = any (auth.couple_ids_of('therapist'))) then
    raise exception 'only the care team ends these sign-ins' using errcode = 'insufficient_privilege';
  end if;
  update public.sign_ins set ended_at = auth.now() where partner_id = p_partner and ended_at is null;
end $$;

-- Someone else may be using a partner's account, or its password is forgotten: every device is out at once, the password no longer
-- works, and the place waits for a code that the care team hands over. Nobody is told. An account that opens other places too, now or
-- before, keeps its password, factors and devices there, which are not this care team's to end; it opens this place no more. Whoever
-- gave the code sees no difference: the person chooses a password for this place, or brings the account here again.
create or replace function auth.end_access_of(p_partner uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare v_account uuid;
begin
  select p.account_id into v_account from public.partners p
   where p.id = p_partner and p.status = 'active' and p.couple_id = any (auth.couple_ids_of('therapist')) for update;
  if not found then
    raise exception 'only the care team ends the access of someone who has it' using errcode = 'insufficient_privilege';
  end if;
  -- No other place is joined to it meanwhile.
  perform from public.accounts where id = v_account for update;
  update public.partners set status = 'invited', account_id = null where id = p_partner;
  if exists (select from public.staff_members s where s.account_id = v_account)
     or exists (select from public.partners p where p.account_id = v_account) then return; end if;
  update public.accounts set password_ended_at = auth.now(), waits_for_partner_id = p_partner where id = v_account;
  update public.sign_ins set ended_at = auth.now() where account_id = v_account and ended_at is null;
end $$;

-- The asker's own password hash, to ask for the password again before an act that needs it (signing a note).
create or replace function auth.my_password_hash() returns text
language sql stable security definer set search_path = pg_catalog as $$
  select password_hash from public.accounts where id = auth.account_id()
$$;

-- The password was given again in this sign-in, or what it opened is put away.
create or replace function auth.note_password_given(p_is_given boolean) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.sign_ins set password_given_at = case when p_is_given then auth.now() end where id = auth.sign_in_id()
$$;

-- Whether that was within the last ten minutes; signing in does not count.
create or replace function auth.is_password_fresh() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select password_given_at > auth.now() - interval '10 minutes' from public.sign_ins where id = auth.sign_in_id()), false)
$$;

-- What a sign-in that is only idle may still do: keep a draft for its owner. It reads nothing; the key it is given is wrapped.

create or replace function auth.key_to_keep_draft(p_token text) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
      'partnerId', s.partner_id, 'coupleId', k.couple_id, 'practiceId', s.practice_id,
      'key', jsonb_build_object('id', k.id, 'practiceId', k.practice_id, 'practiceKeyId', k.practice_key_id, 'keyClass', k.key_class,
        'coupleId', k.couple_id, 'partnerId', k.partner_id, 'wrapped', encode(k.wrapped, 'base64')),
      'practiceKey', jsonb_build_object('id', p.id, 'practiceId', p.practice_id, 'masterKeyId', p.master_key_id, 'wrapped', encode(p.wrapped, 'base64')))
    from public.sign_ins s
    join public.data_keys k on k.partner_id = s.partner_id and k.key_class = 'partner.private'
    join public.practice_keys p on p.id = k.practice_key_id
   where s.token_hash = sha256(convert_to(p_token, 'UTF8')) and s.ended_at is null and s.expires_at > auth.now()
   order by k.created_at desc limit 1
$$;

-- Puts a sealed draft in the place of the one before. The id is part of what the seal is bound to, so it comes with it.
create or replace function auth.keep_draft(p_token text, p_id uuid, p_subject text, p_content bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s record;
begin
  select si.partner_id, si.practice_id, pa.couple_id into s
    from public.sign_ins si join public.partners pa on pa.id = si.partner_id
   where si.token_hash = sha256(convert_to(p_token, 'UTF8')) and si.ended_at is null and si.expires_at > auth.now();
  if not found then return false; end if;
  delete from public.drafts where partner_id = s.partner_id and subject = p_subject;
  insert into public.drafts (id, practice_id, couple_id, partner_id, subject, content, expires_at)
  values (p_id, s.practice_id, s.couple_id, s.partner_id, p_subject, p_content, auth.now() + interval '24 hours');
  return true;
end $$;
