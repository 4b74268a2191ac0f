-- The second factor: passkeys, an authenticator app and ten recovery codes. Secrets are sealed and codes are hashed with keys that
-- the database does not hold, so what is right is said by lib/accounts/factors; what was used is kept here, once and for all.

create or replace function auth.has_factor(p_account uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.totp_factors where account_id = p_account) or exists (select from public.passkeys where account_id = p_account)
$$;

-- Whether a practice where this account works wants one.
create or replace function auth.wants_factor(p_account uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.staff_members s join public.practices p on p.id = s.practice_id
                  where s.account_id = p_account and s.status = 'active' and p.requires_factor)
$$;

create or replace function auth.factors_of(p_account uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
      'accountId', a.id, 'login', coalesce(a.email, a.user_name), 'serial', a.factor_serial, 'codesSerial', a.codes_serial,
      'areCodesShown', coalesce(a.codes_shown_to = auth.sign_in_id() and a.codes_shown_until > auth.now(), false),
      'codesLeft', (select count(*)::integer from public.recovery_codes c where c.account_id = a.id and c.used_at is null),
      'isWanted', auth.wants_factor(a.id),
      'totp', (select jsonb_build_object('id', t.id, 'secret', encode(t.secret, 'base64')) from public.totp_factors t where t.account_id = a.id),
      'passkeys', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'credentialId', k.credential_id,
          'publicKey', encode(k.public_key, 'base64'), 'counter', k.counter, 'transports', k.transports, 'addedAt', k.created_at,
          'lastUsedAt', k.last_used_at) order by k.created_at, k.id), '[]') from public.passkeys k where k.account_id = a.id))
    from public.accounts a where a.id = p_account
$$;

create or replace function auth.my_factors() returns jsonb
language sql stable parallel restricted security definer set search_path = pg_catalog as
$$ select auth.factors_of(auth.account_id()) $$;

-- A code of the app is taken once: whoever comes second with it, or with an earlier one, is refused.
create or replace function auth.take_step(p_account uuid, p_step bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update public.totp_factors set last_step = p_step where account_id = p_account and last_step < p_step;
  return found;
end $$;

create or replace function auth.use_code(p_account uuid, p_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update public.recovery_codes set used_at = auth.now() where account_id = p_account and code_hash = p_hash and used_at is null;
  return found;
end $$;

create or replace function auth.take_my_step(p_step bigint) returns boolean language sql volatile security definer set search_path = pg_catalog as
$$ select auth.take_step(auth.account_id(), p_step) $$;
create or replace function auth.use_my_code(p_hash bytea) returns boolean language sql volatile security definer set search_path = pg_catalog as
$$ select auth.use_code(auth.account_id(), p_hash) $$;
-- Between the password and the factor, or where to go, before anyone is known: ten minutes and one try.

create or replace function auth.begin_half(p_account uuid, p_token_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  -- Someone whose every membership was ended is told what a wrong password is told.
  if not exists (select from public.staff_members where account_id = p_account and status = 'active')
     and not exists (select from public.partners where account_id = p_account and status = 'active') then return false; end if;
  perform auth.leave_half(p_account, p_token_hash, 'factor');
  return true;
end $$;

create or replace function auth.leave_half(p_account uuid, p_token_hash bytea, p_waits_for text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from public.half_sign_ins where expires_at < auth.now() - interval '1 day';
  insert into public.half_sign_ins (account_id, token_hash, waits_for, expires_at)
  values (p_account, p_token_hash, p_waits_for, auth.now() + interval '10 minutes');
end $$;

-- Nothing once the password was changed or ended meanwhile.
create or replace function auth.read_half(p_token_hash bytea) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object('id', h.id, 'factors', auth.factors_of(h.account_id))
    from public.half_sign_ins h join public.accounts a on a.id = h.account_id
   where h.token_hash = p_token_hash and h.waits_for = 'factor' and h.used_at is null and h.expires_at > auth.now()
     and a.password_changed_at <= h.created_at and a.password_ended_at is null
$$;

-- Uses it up, whatever the factor or the place turns out to be; false when it was used or has run out.
create or replace function auth.take_half(p_id uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update public.half_sign_ins h set used_at = auth.now()
   where id = p_id and used_at is null and expires_at > auth.now()
     and exists (select from public.accounts a where a.id = h.account_id and a.password_changed_at <= h.created_at and a.password_ended_at is null);
  return found;
end $$;

-- One's own factors. Each change ends every other sign-in and leaves a row in the log; someone who may do nothing yet because a factor is
-- required can write none.

create or replace function auth.factors_changed() returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update public.accounts set factor_serial = factor_serial + 1 where id = auth.account_id();
  perform auth.end_choices(auth.account_id());
  update public.sign_ins set ended_at = auth.now() where account_id = auth.account_id() and id <> auth.sign_in_id() and ended_at is null;
  insert into public.audit_events (practice_id, sign_in_id, staff_member_id, partner_id, act, record_kind, couple_id, concerns_partner_id)
  values (auth.practice_id(), auth.sign_in_id(), auth.staff_member_id(), auth.partner_id(), 'changed', 'account', auth.couple_id(), auth.partner_id());
end $$;

-- Ten new codes in the place of all there were; this sign-in may look at them for ten minutes.
create or replace function auth.set_my_codes(p_codes bytea[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from public.recovery_codes where account_id = auth.account_id();
  insert into public.recovery_codes (account_id, code_hash) select auth.account_id(), c from unnest(p_codes) as c;
  update public.accounts set codes_serial = codes_serial + 1, codes_shown_to = auth.sign_in_id(), codes_shown_until = auth.now() + interval '10 minutes'
   where id = auth.account_id();
end $$;

-- The first factor brings ten codes; a further one leaves them as they are.
create or replace function auth.bring_codes(p_codes bytea[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from public.recovery_codes where account_id = auth.account_id()) then perform auth.set_my_codes(p_codes); end if;
end $$;

-- False when the factors were changed since the secret was offered. It takes the place of the app that was there.
create or replace function auth.add_totp(p_id uuid, p_serial integer, p_secret bytea, p_step bigint, p_codes bytea[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from public.accounts where id = auth.account_id() and factor_serial = p_serial for update;
  if not found then return false; end if;
  delete from public.totp_factors where account_id = auth.account_id();
  insert into public.totp_factors (id, account_id, secret, last_step) values (p_id, auth.account_id(), p_secret, p_step);
  perform auth.bring_codes(p_codes);
  perform auth.factors_changed();
  return true;
end $$;

-- After one was taken away: the last takes the codes with it. False when a practice wants one and this was the last.
create or replace function auth.factor_removed() returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not auth.has_factor(auth.account_id()) then
    if auth.wants_factor(auth.account_id()) then return false; end if;
    delete from public.recovery_codes where account_id = auth.account_id();
  end if;
  perform auth.factors_changed();
  return true;
end $$;

-- Takes the app away. Whoever is told false takes the transaction back.
drop function if exists auth.remove_my_factor();
create or replace function auth.remove_my_app() returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from public.accounts where id = auth.account_id() for update;
  delete from public.totp_factors where account_id = auth.account_id();
  return auth.factor_removed();
end $$;

create or replace function auth.renew_my_codes(p_codes bytea[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from public.accounts where id = auth.account_id() for update;
  if not auth.has_factor(auth.account_id()) then raise exception 'there is no factor' using errcode = 'insufficient_privilege'; end if;
  perform auth.set_my_codes(p_codes);
  perform auth.factors_changed();
end $$;

create or replace function auth.put_my_codes_away() returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.accounts set codes_shown_to = null, codes_shown_until = null where id = auth.account_id()
$$;

-- Asking again: the password or the factor, given in this sign-in within the last ten minutes. Signing in does not count.
create or replace function auth.note_factor_given() returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.sign_ins set factor_given_at = auth.now() where id = auth.sign_in_id()
$$;

create or replace function auth.is_stepped_up() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select greatest(password_given_at, factor_given_at) > auth.now() - interval '10 minutes' from public.sign_ins where id = auth.sign_in_id()), false)
$$;

-- Which of the staff have a second factor, for the practice admin who may have to take it away.
create or replace function auth.has_factors(p_staff_member uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select auth.has_role('practiceAdmin') and exists (
    select from public.staff_members s where s.id = p_staff_member and s.practice_id = auth.practice_id() and auth.has_factor(s.account_id))
$$;

-- Someone lost everything: another practice admin, who has just been asked again, takes all factors away. Every device is out, and the
-- owner is told at the next sign-in, where a new factor is asked for if the practice wants one. Answers the address to tell.
create or replace function auth.remove_factors_of(p_staff_member uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s record;
begin
  select m.account_id, m.email into s from public.staff_members m
   where m.id = p_staff_member and m.practice_id = auth.practice_id() and m.id <> auth.staff_member_id() and m.status = 'active' for update;
  if not found or not auth.has_role('practiceAdmin') or not auth.is_stepped_up() then
    raise exception 'only another practice admin, asked again, takes a factor away' using errcode = 'insufficient_privilege';
  end if;
  delete from public.totp_factors where account_id = s.account_id;
  delete from public.passkeys where account_id = s.account_id;
  delete from public.recovery_codes where account_id = s.account_id;
  update public.accounts set factor_serial = factor_serial + 1 where id = s.account_id;
  perform auth.end_choices(s.account_id);
  update public.sign_ins set ended_at = auth.now() where account_id = s.account_id and ended_at is null;
  insert into public.account_notices (account_id, kind) values (s.account_id, 'factorRemoved');
  return s.email;
end $$;
