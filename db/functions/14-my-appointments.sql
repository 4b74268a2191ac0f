-- What a partner may know of appointments: the joint ones of their couple and their own, and of the other's not even that there are any.

-- Those still to come or under way, the next first. Nothing is told of who made, moved or cancelled one, nor when; a cancelled one
-- has no place any more.
create or replace function portal.my_appointments() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object(
           'id', s.id, 'startsAt', s.starts_at, 'minutes', s.minutes, 'isJoint', s.kind = 'joint', 'isCancelled', s.cancelled_at is not null,
           'place', case when s.cancelled_at is null then s.place else '' end,
           'videoLink', case when s.cancelled_at is null then s.video_link else '' end) order by s.starts_at, s.id), '[]')
    from public.sessions s
   where s.practice_id = auth.practice_id() and s.couple_id = auth.couple_id()
     and (s.kind = 'joint' or s.partner_id = auth.partner_id())
     and auth.partner_id() is not null
     and s.starts_at > auth.now() - interval '1 day' and s.starts_at + make_interval(mins => s.minutes) > auth.now()
$$;
