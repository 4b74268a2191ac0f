-- One's own settings: devices, sign-ins, the password, what happened to the account, and for a partner who opened what concerns them alone.
-- What is shown is of the place one has gone to, so that no page of one tells that there is another. What ends devices ends them everywhere.

-- By whose clock one's own days are counted: the couple's for a partner, the practice's for staff.
create or replace function auth.my_zone() returns text
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select coalesce((select c.time_zone from public.couples c where c.id = auth.couple_id()),
                  (select p.time_zone from public.practices p where p.id = auth.practice_id()))
$$;

-- Devices by kind, the present one first, as far back as a month: never an address, never a time.
create or replace function auth.my_devices() returns jsonb
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('device', d.device, 'firstOn', d.first_on, 'lastOn', d.last_on,
                                               'isThis', d.is_this, 'isElsewhere', d.is_elsewhere)
                            order by d.is_this desc, d.last_on desc, d.device), '[]')
    from (
      select s.device, plan.day_of(min(s.created_at), z.zone) as first_on, plan.day_of(max(s.last_seen_at), z.zone) as last_on,
             bool_or(s.id = auth.sign_in_id()) as is_this,
             bool_or(s.id <> auth.sign_in_id() and s.ended_at is null and s.expires_at > auth.now()) as is_elsewhere
        from public.sign_ins s, auth.my_zone() as z (zone)
       where s.account_id = auth.account_id() and s.partner_id is not distinct from auth.partner_id() and s.staff_member_id is not distinct from auth.staff_member_id()
       group by s.device, z.zone
      having max(s.last_seen_at) > auth.now() - interval '30 days') d
$$;

-- Signs out one kind of device, or every one, but for the one that asks.
create or replace function auth.end_my_devices(p_device text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.sign_ins set ended_at = auth.now()
   where account_id = auth.account_id() and id <> auth.sign_in_id() and ended_at is null
     and (p_device is null or device = p_device)
$$;

-- Sign-ins from a kind of device that was new then, not told yet, and not the one that is asking: so that whoever brought the new
-- one can't take the telling away.
create or replace function auth.untold_sign_ins() returns setof uuid
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select s.id from public.sign_ins s, public.sign_ins me
   where me.id = auth.sign_in_id() and me.partner_id is not null and s.account_id = me.account_id and s.partner_id = me.partner_id
     and s.told_at is null and s.created_at < me.created_at and s.device <> me.device
     and exists (select from public.sign_ins b where b.account_id = s.account_id and b.partner_id = s.partner_id and b.created_at < s.created_at)
     and not exists (select from public.sign_ins b where b.account_id = s.account_id and b.partner_id = s.partner_id and b.created_at < s.created_at and b.device = s.device)
$$;

create or replace function portal.has_new_device() returns boolean
language sql stable parallel restricted security definer set search_path = pg_catalog as
$$ select exists (select from auth.untold_sign_ins()) $$;

-- The same as devices with their days; said once.
create or replace function portal.hear_new_devices() returns jsonb
language sql volatile security definer set search_path = pg_catalog as $$
  with told as (
    update public.sign_ins s set told_at = auth.now() where s.id in (select auth.untold_sign_ins())
    returning s.device, s.created_at)
  select coalesce(jsonb_agg(jsonb_build_object('device', t.device, 'on', plan.day_of(t.created_at, c.time_zone)) order by t.created_at desc), '[]')
    from told t, public.couples c where c.id = auth.couple_id()
$$;

-- Who opened what concerns this person alone: the month and the kind of person, once for all openings of it. What concerns both or
-- the other is not asked for, so it changes nothing here.
create or replace function portal.my_openings() returns jsonb
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('month', o.month, 'kind', o.kind) order by o.month desc, o.kind), '[]')
    from (
      select distinct to_char(plan.day_of(e.at, c.time_zone), 'YYYY-MM') as month,
             case when exists (select from public.care_team_members m where m.couple_id = c.id and m.staff_member_id = e.staff_member_id) then 'careTeam'
                  else 'practice' end as kind
        from public.audit_events e, public.couples c
       where e.concerns_partner_id = auth.partner_id() and c.id = auth.couple_id()
         and e.act in ('opened', 'printed') and e.staff_member_id is not null and e.at > auth.now() - interval '12 months') o
$$;

-- What the asker signs in with: words that others know, so no password is made of them.
create or replace function auth.my_login() returns text
language sql stable security definer set search_path = pg_catalog as
$$ select coalesce(email, user_name) from public.accounts where id = auth.account_id() $$;

-- Staff need a longer password, also when they change it where they are a partner.
create or replace function auth.my_account_works() returns boolean
language sql stable security definer set search_path = pg_catalog as
$$ select exists (select from public.staff_members where account_id = auth.account_id() and status = 'active') $$;

-- A new password in the place of the one that was just asked for; every other device has to sign in anew. False when it was changed meanwhile.
create or replace function auth.change_my_password(p_before text, p_after text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update public.accounts set password_hash = p_after, password_changed_at = auth.now()
   where id = auth.account_id() and password_hash = p_before and password_ended_at is null;
  if not found then return false; end if;
  update public.sign_ins set ended_at = auth.now()
   where account_id = auth.account_id() and id <> auth.sign_in_id() and ended_at is null;
  return true;
end $$;

-- One's own sign-ins of the last 90 days, the newest first: the day, the kind of device, and whether it is still in.
create or replace function auth.my_sign_ins() returns jsonb
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(x.line order by x.created_at desc, x.id), '[]') from (
    select s.id, s.created_at, jsonb_build_object('id', s.id, 'device', s.device, 'on', plan.day_of(s.created_at, z.zone),
             'lastOn', plan.day_of(s.last_seen_at, z.zone), 'isThis', s.id = auth.sign_in_id(),
             'endedOn', case when s.ended_at is not null then plan.day_of(s.ended_at, z.zone)
                             when s.expires_at <= auth.now() then plan.day_of(s.expires_at, z.zone) end) as line
      from public.sign_ins s, auth.my_zone() as z (zone)
     where s.account_id = auth.account_id() and s.partner_id is not distinct from auth.partner_id() and s.staff_member_id is not distinct from auth.staff_member_id()
       and s.created_at > auth.now() - interval '90 days'
     order by s.created_at desc, s.id limit 100) x
$$;

-- Ends one other sign-in of one's own.
create or replace function auth.end_my_sign_in(p_id uuid) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.sign_ins set ended_at = auth.now()
   where id = p_id and account_id = auth.account_id() and id <> auth.sign_in_id() and ended_at is null
$$;

-- What happened to one's own account while one was away from it.
create or replace function auth.has_notice() returns boolean
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select exists (select from public.account_notices where account_id = auth.account_id() and told_at is null)
$$;

-- The same with its days; said once.
create or replace function auth.hear_notices() returns jsonb
language sql volatile security definer set search_path = pg_catalog as $$
  with told as (
    update public.account_notices set told_at = auth.now() where account_id = auth.account_id() and told_at is null
    returning kind, at)
  select coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'on', plan.day_of(t.at, z.zone)) order by t.at desc), '[]')
    from told t, auth.my_zone() as z (zone)
$$;
