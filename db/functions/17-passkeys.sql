-- Passkeys. Whether a signature is right is said by lib/accounts/factors; whether what it signed was asked here, is still open and was
-- never taken before, and whether the passkey's own count went on, is said by these.

-- What one's own passkey is to sign next: in this sign-in, for one purpose, within five minutes. The twenty newest stand.
create or replace function auth.ask_my_passkey(p_purpose text, p_hash bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if p_purpose not in ('add', 'again') then raise exception 'no such purpose' using errcode = 'insufficient_privilege'; end if;
  delete from public.passkey_challenges where account_id = auth.account_id() and (expires_at < auth.now() or id in (
    select c.id from public.passkey_challenges c where c.asked_in = auth.sign_in_id() order by c.expires_at desc, c.id offset 19));
  insert into public.passkey_challenges (challenge_hash, account_id, asked_in, purpose, expires_at)
  values (p_hash, auth.account_id(), auth.sign_in_id(), p_purpose, auth.now() + interval '5 minutes');
end $$;

-- The same between the password and the factor; answers the factors, or null once that half sign-in is over or has asked ten times.
create or replace function auth.ask_passkey_of_half(p_token_hash bytea, p_hash bytea) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare v_half jsonb := auth.read_half(p_token_hash);
begin
  if v_half is null or (select count(*) >= 10 from public.passkey_challenges where asked_in = (v_half->>'id')::uuid) then return null; end if;
  delete from public.passkey_challenges where account_id = (v_half->'factors'->>'accountId')::uuid and expires_at < auth.now();
  insert into public.passkey_challenges (challenge_hash, account_id, asked_in, purpose, expires_at)
  values (p_hash, (v_half->'factors'->>'accountId')::uuid, (v_half->>'id')::uuid, 'signIn', auth.now() + interval '5 minutes');
  return v_half->'factors';
end $$;

-- Takes it, once, whatever the signature turns out to be: in a transaction of its own, so that an act that fails does not give it back.
create or replace function auth.take_challenge(p_account uuid, p_asked_in uuid, p_purpose text, p_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update public.passkey_challenges set used_at = auth.now()
   where challenge_hash = p_hash and account_id = p_account and asked_in = p_asked_in and purpose = p_purpose
     and used_at is null and expires_at > auth.now();
  return found;
end $$;

-- A passkey that counts must count on; one that never does stays at 0. False also for someone else's.
create or replace function auth.use_passkey(p_account uuid, p_id uuid, p_counter bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update public.passkeys set counter = p_counter, last_used_at = auth.now()
   where id = p_id and account_id = p_account and (counter < p_counter or (counter = 0 and p_counter = 0));
  return found;
end $$;

create or replace function auth.use_my_passkey(p_id uuid, p_counter bigint) returns boolean language sql volatile security definer set search_path = pg_catalog as
$$ select auth.use_passkey(auth.account_id(), p_id, p_counter) $$;

-- The first factor brings the codes. False when there are ten, when it is somebody's already, or when the factors were changed meanwhile.
create or replace function auth.add_passkey(p_id uuid, p_serial integer, p_name text, p_credential text, p_key bytea, p_counter bigint, p_transports text[], p_codes bytea[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from public.accounts where id = auth.account_id() and factor_serial = p_serial for update;
  if not found or (select count(*) >= 10 from public.passkeys where account_id = auth.account_id()) then return false; end if;
  insert into public.passkeys (id, account_id, name, credential_id, public_key, counter, transports)
  values (p_id, auth.account_id(), p_name, p_credential, p_key, p_counter, p_transports) on conflict (credential_id) do nothing;
  if not found then return false; end if;
  perform auth.bring_codes(p_codes);
  perform auth.factors_changed();
  return true;
end $$;

-- False when it is the last factor of someone whose practice wants one.
create or replace function auth.remove_my_passkey(p_id uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from public.accounts where id = auth.account_id() for update;
  delete from public.passkeys where id = p_id and account_id = auth.account_id();
  if not found then raise exception 'no such passkey' using errcode = 'no_data_found'; end if;
  return auth.factor_removed();
end $$;

-- To whom it is said that a factor came or went, and in which neutral words. Staff alone: a partner's mailbox may be read by the other.
create or replace function auth.my_factor_mail() returns table (email text, sender_name text, subject text)
language sql stable security definer set search_path = pg_catalog as $$
  select s.email, p.sender_name, p.mail_subject from public.staff_members s join public.practices p on p.id = s.practice_id
   where s.id = auth.staff_member_id() and s.account_id = auth.account_id()
$$;
