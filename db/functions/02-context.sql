-- Who is asking. auth.begin_as resolves a sign-in token and signs what it found for this one transaction:
--   32 bytes of HMAC over the start of the transaction and what follows
--   16 bytes each: sign-in, account, practice, staff member, partner, couple; all zero for none
--   4 bytes: the practice's day, in days since 2000, which begins at 04:00 in its zone
--   the roles, with commas between
-- The key is drawn anew for each transaction and lies where only these functions reach: in the session's own memory of two
-- sequences that nobody else may use. Row security asks dozens of times a page, and this answers without reading a row.
-- A context that was forged, edited, copied from another transaction or left over is no context.

create or replace function auth.context() returns bytea
language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
declare raw bytea := decode(current_setting('hearth.context', true), 'hex');
begin
  -- After a transaction the setting reads as '', and before the first one of a session there is no key to ask for.
  if raw is null or length(raw) < 132 or current_setting('hearth.has_key', true) is distinct from 'yes' then return null; end if;
  if substring(raw from 1 for 32) <> extensions.hmac(timestamptz_send(transaction_timestamp()) || substring(raw from 33),
       int8send(currval('auth.key_left'::regclass)) || int8send(currval('auth.key_right'::regclass)), 'sha256') then
    return null;
  end if;
  return raw;
end $$;

-- One id of a context; null where it is all zero.
create or replace function auth.id_in(p_context bytea, p_from integer) returns uuid
language sql immutable parallel restricted as
$$ select nullif(encode(substring(p_context from p_from for 16), 'hex')::uuid, '00000000-0000-0000-0000-000000000000') $$;

create or replace function auth.sign_in_id() returns uuid language sql stable parallel restricted as
$$ select auth.id_in(auth.context(), 33) $$;
create or replace function auth.account_id() returns uuid language sql stable parallel restricted as
$$ select auth.id_in(auth.context(), 49) $$;
create or replace function auth.practice_id() returns uuid language sql stable parallel restricted as
$$ select auth.id_in(auth.context(), 65) $$;
create or replace function auth.staff_member_id() returns uuid language sql stable parallel restricted as
$$ select auth.id_in(auth.context(), 81) $$;
create or replace function auth.partner_id() returns uuid language sql stable parallel restricted as
$$ select auth.id_in(auth.context(), 97) $$;
create or replace function auth.couple_id() returns uuid language sql stable parallel restricted as
$$ select auth.id_in(auth.context(), 113) $$;
create or replace function auth.roles() returns text[] language sql stable parallel restricted as
$$ select string_to_array(convert_from(substring(auth.context() from 133), 'UTF8'), ',') $$;
-- The practice's day as the transaction began: care teams are kept by it.
create or replace function auth.day_in(p_context bytea) returns date
language sql immutable parallel restricted as
$$ select date '2000-01-01' + ('x' || encode(substring(p_context from 129 for 4), 'hex'))::bit(32)::integer $$;
create or replace function auth.today() returns date language sql stable parallel restricted as
$$ select auth.day_in(auth.context()) $$;
create or replace function auth.has_role(variadic p_roles text[]) returns boolean language sql stable parallel restricted as
$$ select coalesce(auth.roles() && p_roles, false) $$;

-- The couples in whose care team the asker stands today, for whoever has one of these roles; none for anyone else.
create or replace function auth.couple_ids_of(variadic p_roles text[]) returns uuid[]
language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
declare
  asker bytea := auth.context();
  me uuid := auth.id_in(asker, 81);
  today date;
  found uuid[];
begin
  if me is null or not string_to_array(convert_from(substring(asker from 133), 'UTF8'), ',') && p_roles then return '{}'; end if;
  today := auth.day_in(asker);
  select coalesce(array_agg(couple_id), '{}') into found from public.care_team_members
   where staff_member_id = me and from_on <= today and (to_on is null or to_on >= today);
  return found;
end $$;

-- Those of them that the asker leads today, as primary.
create or replace function auth.couple_ids_led(variadic p_roles text[]) returns uuid[]
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(m.couple_id), '{}') from public.care_team_members m
   where auth.has_role(variadic p_roles) and m.staff_member_id = auth.staff_member_id() and m.part = 'primary'
     and m.from_on <= auth.today() and (m.to_on is null or m.to_on >= auth.today())
$$;

-- Those of them whom the asker treats today, as primary or co-therapist.
create or replace function auth.couple_ids_treated(variadic p_roles text[]) returns uuid[]
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(m.couple_id), '{}') from public.care_team_members m
   where auth.has_role(variadic p_roles) and m.staff_member_id = auth.staff_member_id() and m.part in ('primary', 'coTherapist')
     and m.from_on <= auth.today() and (m.to_on is null or m.to_on >= auth.today())
$$;

-- Those in whose care team the asker stands, whatever the role, for lists that narrow themselves to the asker's own.
create or replace function auth.my_couple_ids() returns uuid[] language sql stable parallel restricted as
$$ select auth.couple_ids_of(variadic auth.roles()) $$;

-- One round trip: checks the sign-in, loads the actor, signs the context. Answers {"state": "active" | "idle" | "covered" | "over" | "none", …}.
-- A partner's stay that is idle asks for the password again. Staff's is covered, by hand or by idle time, until the password lifts it: then
-- p_way 'lift' alone begins, without a role, and for one minute what saves a text by itself ('byItself', which counts as no activity).
drop function if exists auth.begin_as(text);
create or replace function auth.begin_as(p_token text, p_way text default 'act') returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  s record;
  v_now timestamptz := auth.now();
  v_roles text[];
  v_nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  v_idle interval;
  v_covered timestamptz;
  v_key bytea := extensions.gen_random_bytes(16);
  v_said bytea;
begin
  select si.id, si.account_id, si.practice_id, si.staff_member_id, si.partner_id, si.last_seen_at, si.expires_at, si.ended_at, si.created_at, si.covered_at,
         p.name as practice_name, p.time_zone as practice_zone, p.portal_title, p.close_url, p.clinic_idle_minutes, p.is_demo,
         p.requires_factor and si.staff_member_id is not null as wants_factor, has.app as has_app, has.passkey as has_passkey, false as needs_factor,
         sm.name as staff_name, sm.credential, sm.status as staff_status,
         (select coalesce(array_agg(r.role order by r.role), '{}') from public.staff_roles r where r.staff_member_id = si.staff_member_id) as roles,
         (select ss.has_single_keys from public.staff_settings ss where ss.staff_member_id = si.staff_member_id) as has_single_keys,
         pa.couple_id, pa.status as partner_status, c.time_zone as couple_zone
    into s
    from public.sign_ins si
    join public.practices p on p.id = si.practice_id
    left join public.staff_members sm on sm.id = si.staff_member_id
    left join public.partners pa on pa.id = si.partner_id
    left join public.couples c on c.id = pa.couple_id
   cross join lateral (select exists (select from public.totp_factors f where f.account_id = si.account_id) as app,
                              exists (select from public.passkeys f where f.account_id = si.account_id) as passkey) has
   where si.token_hash = sha256(convert_to(p_token, 'UTF8'));
  if not found or s.ended_at is not null or coalesce(s.staff_status, s.partner_status) is distinct from 'active' then
    return jsonb_build_object('state', 'none');
  end if;
  if s.expires_at <= v_now then
    return jsonb_build_object('state', case when s.partner_id is null then 'over' else 'none' end, 'staffMemberId', s.staff_member_id);
  end if;
  v_idle := case when s.partner_id is not null then interval '15 minutes' else make_interval(mins => s.clinic_idle_minutes) end;
  if s.partner_id is null then
    v_covered := coalesce(s.covered_at, case when s.last_seen_at < v_now - v_idle then s.last_seen_at + v_idle end);
    if v_covered is not null and p_way <> 'lift' and not (p_way = 'byItself' and v_covered > v_now - interval '1 minute') then
      return jsonb_build_object('state', 'covered', 'staffMemberId', s.staff_member_id);
    end if;
  elsif s.last_seen_at < v_now - v_idle then
    return jsonb_build_object('state', 'idle');
  end if;

  if s.partner_id is not null then
    v_roles := array['partner'];
  else
    s.needs_factor := s.wants_factor and not s.has_app and not s.has_passkey;
    -- Who has yet to set up a second factor that the practice wants has no role, and so may do nothing, until it is there.
    v_roles := case when s.needs_factor or p_way = 'lift' then '{}' else s.roles end;
  end if;
  v_said := decode(replace(concat(s.id, s.account_id, s.practice_id, coalesce(s.staff_member_id, v_nobody), coalesce(s.partner_id, v_nobody),
    coalesce(s.couple_id, v_nobody)), '-', ''), 'hex') || int4send(plan.day_of(v_now, s.practice_zone) - date '2000-01-01')
    || convert_to(array_to_string(v_roles, ','), 'UTF8');
  perform setval('auth.key_left'::regclass, ('x' || encode(substring(v_key from 1 for 8), 'hex'))::bit(64)::bigint),
          setval('auth.key_right'::regclass, ('x' || encode(substring(v_key from 9), 'hex'))::bit(64)::bigint),
          set_config('hearth.has_key', 'yes', false),
          set_config('hearth.context', encode(extensions.hmac(timestamptz_send(transaction_timestamp()) || v_said, v_key, 'sha256') || v_said, 'hex'), true);

  -- Half a minute for staff: their browser reports activity every 45 seconds, and no report may go by.
  if p_way = 'act' and s.last_seen_at < (v_now - case when s.partner_id is null then interval '30 seconds' else interval '1 minute' end) then
    update public.sign_ins set last_seen_at = v_now
     where id in (select id from public.sign_ins where id = s.id for update skip locked);
  end if;

  return jsonb_build_object(
    'state', 'active', 'signInId', s.id, 'accountId', s.account_id, 'practiceId', s.practice_id,
    'staffMemberId', s.staff_member_id, 'partnerId', s.partner_id, 'coupleId', s.couple_id, 'roles', to_jsonb(v_roles),
    'name', s.staff_name, 'credential', s.credential, 'hasSingleKeys', coalesce(s.has_single_keys, true), 'needsFactor', s.needs_factor,
    'secondStep', jsonb_build_object('hasApp', s.has_app, 'hasPasskey', s.has_passkey),
    'practice', jsonb_build_object('name', s.practice_name, 'timeZone', s.practice_zone, 'portalTitle', s.portal_title,
      'closeUrl', s.close_url, 'isDemo', s.is_demo, 'idleMinutes', s.clinic_idle_minutes),
    'isCovered', v_covered is not null,
    'timeZone', coalesce(s.couple_zone, s.practice_zone),
    'now', v_now, 'signedInAt', s.created_at,
    'today', plan.day_of(v_now, coalesce(s.couple_zone, s.practice_zone)));
end $$;
