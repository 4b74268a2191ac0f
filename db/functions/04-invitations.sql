-- Redeeming an invitation: run by hearth_system, because nobody has signed in yet.

-- What the redeeming verb needs to know; null when the token fits nothing that is open. `known` holds the passwords of the same address
-- or user name; `waiting` the account that this very place had alone, whose password was ended.
drop function if exists auth.read_invitation(bytea);
create or replace function auth.read_invitation(p_token_hash bytea) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
      'id', i.id, 'resendNumber', i.resend_number, 'kind', i.kind, 'login', coalesce(i.email, i.user_name),
      'known', coalesce(jsonb_agg(jsonb_build_object('hash', a.password_hash, 'isEnded', a.password_ended_at is not null) order by a.created_at, a.id)
                        filter (where a.id is not null), '[]'),
      'waiting', (array_agg(a.id) filter (where i.kind = 'partner' and a.password_ended_at is not null and a.waits_for_partner_id = i.partner_id))[1])
    from public.invitations i
    left join public.accounts a on a.email = i.email or a.user_name = i.user_name
   where i.token_hash = p_token_hash and i.redeemed_at is null and i.revoked_at is null and i.expires_at > auth.now() and i.code_tries < 5
   group by i.id
$$;

-- Counts a wrong code; the fifth closes the invitation.
create or replace function auth.count_code_try(p_token_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.invitations set code_tries = code_tries + 1 where token_hash = p_token_hash and redeemed_at is null
$$;

-- Why this account can't have the place, or null: it works in the practice ('works'), is a partner's in it ('isPartners'), or has the
-- couple's other place ('other'). Who left counts too: they may come back.
create or replace function auth.place_excluded(p_token_hash bytea, p_account uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select case
    when exists (select from public.staff_members s where s.account_id = p_account and s.practice_id = i.practice_id) then 'works'
    when i.kind = 'staff' and exists (select from public.partners p where p.account_id = p_account and p.practice_id = i.practice_id) then 'isPartners'
    when exists (select from public.partners p where p.account_id = p_account and p.couple_id = i.couple_id) then 'other'
  end
    from public.invitations i where i.token_hash = p_token_hash
$$;

-- Takes the invitation, once and for one person. Without p_account it makes an account; with p_account and a password it gives the one
-- that waits for this place its next password, by a partner's code alone; with p_account alone it joins one whose owner has just given its
-- password, and its factor where there is one. Returns the account, or null when it was taken, revoked or has run out meanwhile, or when
-- the person already has a place that excludes this one.
drop function if exists auth.redeem_invitation(bytea, uuid, text);
create or replace function auth.redeem_invitation(p_token_hash bytea, p_account uuid, p_password_hash text, p_word text default null) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  i record;
  v_account uuid := p_account;
begin
  update public.invitations set redeemed_at = auth.now()
   where token_hash = p_token_hash and redeemed_at is null and revoked_at is null and expires_at > auth.now() and code_tries < 5
  returning * into i;
  if not found then return null; end if;

  if v_account is null then
    insert into public.accounts (email, user_name, password_hash) values (i.email, i.user_name, p_password_hash) returning id into v_account;
  elsif p_password_hash is not null then
    update public.accounts set password_hash = p_password_hash, password_changed_at = auth.now(), password_ended_at = null, waits_for_partner_id = null
     where id = v_account and password_ended_at is not null and i.kind = 'partner' and waits_for_partner_id = i.partner_id
       and (email = i.email or user_name = i.user_name);
    if not found then raise exception 'password is set' using errcode = 'serialization_failure'; end if;
    -- The code was handed over in person, to someone who may have lost the phone along with the password.
    delete from public.totp_factors where account_id = v_account;
    delete from public.passkeys where account_id = v_account;
    delete from public.recovery_codes where account_id = v_account;
    update public.accounts set factor_serial = factor_serial + 1 where id = v_account;
  else
    -- One at a time, so that two places which exclude each other are not joined at once.
    perform from public.accounts where id = v_account and password_ended_at is null for update;
    if not found then raise exception 'password was ended' using errcode = 'serialization_failure'; end if;
    update public.accounts set place_words = place_words || jsonb_build_object(i.partner_id::text, p_word)
     where id = v_account and i.kind = 'partner' and p_word ~ '^[A-Z][a-z]{2,11}$'
       and not exists (select from jsonb_each_text(place_words) w where w.value = p_word);
  end if;

  if auth.place_excluded(p_token_hash, v_account) is not null then
    raise exception 'excluded membership' using errcode = 'integrity_constraint_violation';
  end if;
  if i.kind = 'staff' then
    update public.staff_members set account_id = v_account, status = 'active' where id = i.staff_member_id and status = 'invited';
  else
    -- Made for what this person signs in with today, and not for an address that was taken back meanwhile.
    update public.partners set account_id = v_account, status = 'active'
     where id = i.partner_id and status = 'invited' and email is not distinct from i.email and user_name is not distinct from i.user_name;
  end if;
  if not found then raise exception 'membership is not open' using errcode = 'integrity_constraint_violation'; end if;
  return v_account;
end $$;

-- Whether an e-mail may be invited: null, or the word that says why not. Asked by staff; tells nothing of other practices.
create or replace function auth.invitation_obstacle(p_email text, p_kind text) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select case
    when auth.practice_id() is null or not auth.has_role('practiceAdmin', 'therapist') then 'notAllowed'
    when p_kind = 'partner' and exists (select from public.staff_members where practice_id = auth.practice_id() and email = lower(p_email) and status <> 'deactivated') then 'isStaff'
    when p_kind = 'staff' and exists (select from public.staff_members where practice_id = auth.practice_id() and email = lower(p_email) and status <> 'deactivated') then 'isStaff'
    when p_kind = 'staff' and exists (select from public.partners where practice_id = auth.practice_id() and email = lower(p_email) and status <> 'deactivated') then 'isPartner'
  end
$$;

-- A new password by mail, for staff. Whoever asks is told the same, after the same work: a row is made for an address that nobody has
-- too, and nobody can use it.

-- Whose password a mail may set anew: someone who works somewhere and is a partner nowhere, since a partner's mailbox may be read by
-- the other, and theirs is set anew by a code alone. That is asked of the mailbox, whichever of its accounts the partner has; of several
-- that work somewhere, the one that was there first.
create or replace function auth.resettable(p_email text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select a.id from public.accounts a
   where a.email = lower(p_email) and a.password_ended_at is null
     and exists (select from public.staff_members s where s.account_id = a.id and s.status = 'active')
     and not exists (select from public.partners p join public.accounts o on o.id = p.account_id
                      where (o.id = a.id or o.email = a.email) and p.status <> 'deactivated')
   order by a.created_at, a.id limit 1
$$;

create or replace function auth.ask_reset(p_id uuid, p_token_hash bytea, p_email text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from public.password_resets where expires_at < auth.now() - interval '1 day';
  insert into public.password_resets (id, token_hash, account_id, expires_at)
  values (p_id, p_token_hash, auth.resettable(p_email), auth.now() + interval '30 minutes');
end $$;

-- To whom a link goes, or the word that it was used, and in which neutral words; no row for an address that nobody has.
create or replace function auth.mail_of_reset(p_id uuid) returns table (email text, sender_name text, subject text)
language sql stable security definer set search_path = pg_catalog as $$
  select a.email, p.sender_name, p.mail_subject
    from public.password_resets r
    join public.accounts a on a.id = r.account_id
    join public.staff_members s on s.account_id = a.id and s.status = 'active'
    join public.practices p on p.id = s.practice_id
   where r.id = p_id order by s.created_at limit 1
$$;

drop function if exists auth.read_reset(bytea);
create or replace function auth.read_reset(p_token_hash bytea) returns table (id uuid, account_id uuid, email text, password_hash text, factors jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select r.id, a.id, a.email, a.password_hash, auth.factors_of(a.id) from public.password_resets r join public.accounts a on a.id = r.account_id
   where r.token_hash = p_token_hash and r.used_at is null and r.expires_at > auth.now() and r.tries < 5
$$;

create or replace function auth.count_reset_try(p_token_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.password_resets set tries = tries + 1 where token_hash = p_token_hash and used_at is null
$$;

-- Takes the link, once: every device is out, every other link to the same account is used up, and the owner is told at the next
-- sign-in. False when it was taken or has run out meanwhile. A second factor stays what it is.
create or replace function auth.redeem_reset(p_token_hash bytea, p_password_hash text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare v_account uuid;
begin
  update public.password_resets r set used_at = auth.now()
   where token_hash = p_token_hash and used_at is null and expires_at > auth.now() and tries < 5
     and account_id = auth.resettable((select email from public.accounts a where a.id = r.account_id))
  returning account_id into v_account;
  if not found then return false; end if;
  update public.password_resets set used_at = auth.now() where account_id = v_account and used_at is null;
  update public.accounts set password_hash = p_password_hash, password_changed_at = auth.now() where id = v_account;
  update public.sign_ins set ended_at = auth.now() where account_id = v_account and ended_at is null;
  insert into public.account_notices (account_id, kind) values (v_account, 'passwordReset');
  return true;
end $$;
