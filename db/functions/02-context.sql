-- Who is asking. auth.begin_as resolves a sign-in token and signs what it found for this one transaction:
--   sign-in | account | practice | staff member | partner | couple | roles | backend | transaction start | HMAC
-- A context that was forged, copied from another transaction or left over is no context.

create or replace function auth.context() returns text[]
language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
declare
  raw text := current_setting('hearth.context', true);
  parts text[];
  payload text;
begin
  if raw is null or raw = '' then return null; end if;
  parts := string_to_array(raw, '|');
  if array_length(parts, 1) <> 10
     or parts[8] <> pg_backend_pid()::text
     or parts[9] <> extract(epoch from transaction_timestamp())::text then
    return null;
  end if;
  payload := left(raw, length(raw) - length(parts[10]) - 1);
  if parts[10] <> encode(extensions.hmac(convert_to(payload, 'UTF8'), (select value from auth.secrets where name = 'context'), 'sha256'), 'hex') then
    return null;
  end if;
  return parts;
end $$;

create or replace function auth.sign_in_id() returns uuid language sql stable parallel restricted as
$$ select nullif((auth.context())[1], '')::uuid $$;
create or replace function auth.account_id() returns uuid language sql stable parallel restricted as
$$ select nullif((auth.context())[2], '')::uuid $$;
create or replace function auth.practice_id() returns uuid language sql stable parallel restricted as
$$ select nullif((auth.context())[3], '')::uuid $$;
create or replace function auth.staff_member_id() returns uuid language sql stable parallel restricted as
$$ select nullif((auth.context())[4], '')::uuid $$;
create or replace function auth.partner_id() returns uuid language sql stable parallel restricted as
$$ select nullif((auth.context())[5], '')::uuid $$;
create or replace function auth.couple_id() returns uuid language sql stable parallel restricted as
$$ select nullif((auth.context())[6], '')::uuid $$;
create or replace function auth.has_role(variadic p_roles text[]) returns boolean language sql stable parallel restricted as
$$ select coalesce(string_to_array((auth.context())[7], ',') && p_roles, false) $$;

-- The couples in whose care team the asker stands today.
create or replace function auth.my_couple_ids() returns uuid[]
language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
declare
  me uuid := auth.staff_member_id();
  today date := auth.now()::date;
begin
  if me is null then return '{}'; end if;
  return coalesce(
    (select array_agg(couple_id) from public.care_team_members
     where staff_member_id = me and from_on <= today + 1 and (to_on is null or to_on >= today)),
    '{}');
end $$;

-- One round trip: checks the sign-in, loads the actor, signs the context. Answers {"state": "active" | "idle" | "none", …}.
create or replace function auth.begin_as(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  s record;
  v_now timestamptz := auth.now();
  v_roles text[];
  v_idle interval;
  payload text;
begin
  select si.id, si.account_id, si.practice_id, si.staff_member_id, si.partner_id, si.last_seen_at, si.expires_at, si.ended_at, si.created_at,
         p.name as practice_name, p.time_zone as practice_zone, p.portal_title, p.close_url, p.clinic_idle_minutes, p.is_demo,
         sm.name as staff_name, sm.credential, sm.status as staff_status,
         pa.couple_id, pa.status as partner_status, c.time_zone as couple_zone
    into s
    from public.sign_ins si
    join public.practices p on p.id = si.practice_id
    left join public.staff_members sm on sm.id = si.staff_member_id
    left join public.partners pa on pa.id = si.partner_id
    left join public.couples c on c.id = pa.couple_id
   where si.token_hash = sha256(convert_to(p_token, 'UTF8'));
  if not found or s.ended_at is not null or s.expires_at <= v_now
     or coalesce(s.staff_status, s.partner_status) is distinct from 'active' then
    return jsonb_build_object('state', 'none');
  end if;
  v_idle := case when s.partner_id is not null then interval '15 minutes' else make_interval(mins => s.clinic_idle_minutes) end;
  if s.last_seen_at < v_now - v_idle then
    return jsonb_build_object('state', 'idle');
  end if;

  if s.partner_id is not null then
    v_roles := array['partner'];
  else
    select coalesce(array_agg(role order by role), '{}') into v_roles from public.staff_roles where staff_member_id = s.staff_member_id;
  end if;
  payload := concat_ws('|', s.id, s.account_id, s.practice_id, coalesce(s.staff_member_id::text, ''), coalesce(s.partner_id::text, ''),
    coalesce(s.couple_id::text, ''), array_to_string(v_roles, ','), pg_backend_pid(), extract(epoch from transaction_timestamp())::text);
  perform set_config('hearth.context',
    payload || '|' || encode(extensions.hmac(convert_to(payload, 'UTF8'), (select value from auth.secrets where name = 'context'), 'sha256'), 'hex'), true);

  if s.last_seen_at < v_now - interval '1 minute' then
    update public.sign_ins set last_seen_at = v_now
     where id in (select id from public.sign_ins where id = s.id for update skip locked);
  end if;

  return jsonb_build_object(
    'state', 'active', 'signInId', s.id, 'accountId', s.account_id, 'practiceId', s.practice_id,
    'staffMemberId', s.staff_member_id, 'partnerId', s.partner_id, 'coupleId', s.couple_id, 'roles', to_jsonb(v_roles),
    'name', s.staff_name, 'credential', s.credential,
    'practice', jsonb_build_object('name', s.practice_name, 'timeZone', s.practice_zone, 'portalTitle', s.portal_title,
      'closeUrl', s.close_url, 'isDemo', s.is_demo),
    'timeZone', coalesce(s.couple_zone, s.practice_zone),
    'now', v_now, 'signedInAt', s.created_at,
    'today', plan.day_of(v_now, coalesce(s.couple_zone, s.practice_zone)));
end $$;
