-- The first run of an empty installation.

create or replace function auth.practice_exists() returns boolean
language sql stable security definer set search_path = pg_catalog as $$ select exists (select from public.practices) $$;

create or replace function auth.issue_set_up_link(p_token_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if exists (select from public.practices) then return false; end if;
  update public.set_up_links set used_at = auth.now() where used_at is null;
  insert into public.set_up_links (token_hash, expires_at) values (p_token_hash, auth.now() + interval '24 hours');
  return true;
end $$;

create or replace function auth.set_up_link_is_open(p_token_hash bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.set_up_links where token_hash = p_token_hash and used_at is null and expires_at > auth.now())
     and not exists (select from public.practices)
$$;

-- Creates the practice, its key, its first admin and its library in one act. p is the checked input of lib/practices/set-up-practice.ts:
--   {practice: {id, name, timeZone, portalTitle, senderName, mailSubject, closeUrl, isDemo}, contacts: [{label, detail}],
--    admin: {name, credential, email, passwordHash, roles: []}, key: {id, masterKeyId, wrapped (hex)}, program: {…}}
-- Returns the admin's account, or null when the link is not open.
create or replace function auth.set_up_practice(p_token_hash bytea, p jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  v_practice uuid := (p #>> '{practice,id}')::uuid;
  v_account uuid;
  v_staff uuid := gen_random_uuid();
begin
  perform pg_advisory_xact_lock(727001);
  if exists (select from public.practices) then return null; end if;
  update public.set_up_links set used_at = auth.now(), practice_id = v_practice
   where token_hash = p_token_hash and used_at is null and expires_at > auth.now();
  if not found then return null; end if;

  insert into public.practices (id, name, time_zone, portal_title, sender_name, mail_subject, close_url, is_demo, requires_factor)
  values (v_practice, p #>> '{practice,name}', p #>> '{practice,timeZone}', p #>> '{practice,portalTitle}', p #>> '{practice,senderName}',
          p #>> '{practice,mailSubject}', p #>> '{practice,closeUrl}', coalesce((p #>> '{practice,isDemo}')::boolean, false),
          not coalesce((p #>> '{practice,isDemo}')::boolean, false));
  insert into public.support_contacts (practice_id, position, label, detail)
  select v_practice, ordinality, c ->> 'label', c ->> 'detail' from jsonb_array_elements(p -> 'contacts') with ordinality as t(c, ordinality);
  insert into public.practice_keys (id, practice_id, master_key_id, wrapped)
  values ((p #>> '{key,id}')::uuid, v_practice, p #>> '{key,masterKeyId}', decode(p #>> '{key,wrapped}', 'hex'));
  insert into public.accounts (email, password_hash) values (lower(p #>> '{admin,email}'), p #>> '{admin,passwordHash}') returning id into v_account;
  insert into public.staff_members (id, practice_id, account_id, name, credential, email, status)
  values (v_staff, v_practice, v_account, p #>> '{admin,name}', p #>> '{admin,credential}', lower(p #>> '{admin,email}'), 'active');
  insert into public.staff_roles (practice_id, staff_member_id, role)
  select v_practice, v_staff, r from jsonb_array_elements_text(p #> '{admin,roles}') as r;
  perform auth.load_program(v_practice, p -> 'program');
  return v_account;
end $$;

-- Writes a program's content as the first version of a practice's library.
create or replace function auth.load_program(p_practice uuid, p_program jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare v_program uuid := gen_random_uuid();
begin
  insert into public.programs (id, practice_id, version, common) values (v_program, p_practice, 1, p_program - 'steps');
  insert into public.steps (practice_id, code, stage)
  select p_practice, s ->> 'id', (s ->> 'stage')::int from jsonb_array_elements(p_program -> 'steps') as s;
  insert into public.step_versions (practice_id, step_id, program_id, version, title, content)
  select p_practice, st.id, v_program, 1, s ->> 'title', s
    from jsonb_array_elements(p_program -> 'steps') as s
    join public.steps st on st.practice_id = p_practice and st.code = s ->> 'id';
end $$;
