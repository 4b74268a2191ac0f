-- A partner's own settings: their devices, their password, and who opened what concerns them alone.

-- Devices by kind, the present one first, as far back as a month: never an address, never a time.
create or replace function portal.my_devices() returns jsonb
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('device', d.device, 'firstOn', d.first_on, 'lastOn', d.last_on,
                                               'isThis', d.is_this, 'isElsewhere', d.is_elsewhere)
                            order by d.is_this desc, d.last_on desc, d.device), '[]')
    from (
      select s.device, plan.day_of(min(s.created_at), c.time_zone) as first_on, plan.day_of(max(s.last_seen_at), c.time_zone) as last_on,
             bool_or(s.id = auth.sign_in_id()) as is_this,
             bool_or(s.id <> auth.sign_in_id() and s.ended_at is null and s.expires_at > auth.now()) as is_elsewhere
        from public.sign_ins s, public.couples c
       where s.account_id = auth.account_id() and c.id = auth.couple_id()
       group by s.device, c.time_zone
      having max(s.last_seen_at) > auth.now() - interval '30 days') d
$$;

-- Signs out one kind of device, or every one, but for the one that asks.
create or replace function portal.end_my_devices(p_device text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.sign_ins set ended_at = auth.now()
   where account_id = auth.account_id() and auth.partner_id() is not null and id <> auth.sign_in_id() and ended_at is null
     and (p_device is null or device = p_device)
$$;

-- Sign-ins from a kind of device that was new then, not told yet, and not the one that is asking: so that whoever brought the new
-- one can't take the telling away.
create or replace function auth.untold_sign_ins() returns setof uuid
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select s.id from public.sign_ins s, public.sign_ins me
   where me.id = auth.sign_in_id() and me.partner_id is not null and s.account_id = me.account_id
     and s.told_at is null and s.created_at < me.created_at and s.device <> me.device
     and exists (select from public.sign_ins b where b.account_id = s.account_id and b.created_at < s.created_at)
     and not exists (select from public.sign_ins b where b.account_id = s.account_id and b.created_at < s.created_at and b.device = s.device)
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
