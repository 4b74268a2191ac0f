-- Redeeming an invitation: run by hearth_system, because nobody has signed in yet.

-- What the redeeming verb needs to know; no row when the token fits nothing that is open.
drop function if exists auth.read_invitation(bytea);
create or replace function auth.read_invitation(p_token_hash bytea)
returns table (id uuid, resend_number integer, practice_id uuid, kind text, login text, code_tries integer,
               account_id uuid, password_hash text, is_password_ended boolean, policy text)
language sql stable security definer set search_path = pg_catalog as $$
  select i.id, i.resend_number, i.practice_id, i.kind, coalesce(i.email, i.user_name), i.code_tries, a.id, a.password_hash, a.password_ended_at is not null,
         (select cp.policy from public.confidentiality_policies cp where cp.couple_id = i.couple_id order by cp.set_at desc limit 1)
    from public.invitations i
    left join public.accounts a on a.email = i.email or a.user_name = i.user_name
   where i.token_hash = p_token_hash and i.redeemed_at is null and i.revoked_at is null and i.expires_at > auth.now() and i.code_tries < 5
$$;

-- Counts a wrong code; the fifth closes the invitation.
create or replace function auth.count_code_try(p_token_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.invitations set code_tries = code_tries + 1 where token_hash = p_token_hash and redeemed_at is null
$$;

-- Takes the invitation, once and for one person. p_account is null for a new account; a password for one that is there is taken only
-- where the one before was ended, and only with a partner's code. Returns the account, or null when it was
-- taken, revoked or has run out meanwhile, or when the person already has a place that excludes this one.
create or replace function auth.redeem_invitation(p_token_hash bytea, p_account uuid, p_password_hash text) returns uuid
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
    insert into public.accounts (email, user_name, password_hash) values (i.email, i.user_name, p_password_hash)
    on conflict do nothing returning id into v_account;
    if v_account is null then raise exception 'account appeared meanwhile' using errcode = 'serialization_failure'; end if;
  elsif p_password_hash is not null then
    update public.accounts set password_hash = p_password_hash, password_changed_at = auth.now(), password_ended_at = null
     where id = v_account and password_ended_at is not null and i.kind = 'partner';
    if not found then raise exception 'password is set' using errcode = 'serialization_failure'; end if;
  end if;

  if i.kind = 'staff' then
    if exists (select from public.partners where account_id = v_account and practice_id = i.practice_id and status <> 'deactivated') then
      raise exception 'excluded membership' using errcode = 'integrity_constraint_violation';
    end if;
    update public.staff_members set account_id = v_account, status = 'active' where id = i.staff_member_id and status = 'invited';
  else
    if exists (select from public.staff_members where account_id = v_account and practice_id = i.practice_id and status <> 'deactivated')
       or exists (select from public.partners where account_id = v_account and couple_id = i.couple_id and id <> i.partner_id) then
      raise exception 'excluded membership' using errcode = 'integrity_constraint_violation';
    end if;
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
