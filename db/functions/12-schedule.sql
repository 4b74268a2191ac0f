-- A therapist can be in one place at a time, and a video link leads to one session, whoever asks and whichever couples they may see.

-- Those of the asked beginnings at which the therapist has another appointment of the asker's practice that is not cancelled.
-- It says nothing else of that appointment. Whoever asks holds the therapist's times until the transaction ends, so that two
-- people cannot give the same hour away.
create or replace function auth.taken_times(p_therapist uuid, p_starts timestamptz[], p_minutes integer, p_except uuid) returns timestamptz[]
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare taken timestamptz[];
begin
  if not auth.has_role('therapist', 'scheduler') then return '{}'; end if;
  perform pg_advisory_xact_lock(hashtextextended('schedule ' || p_therapist::text, 0));
  select coalesce(array_agg(asked.at order by asked.at), '{}') into taken
    from unnest(p_starts) as asked(at)
   where exists (
     select from public.sessions s
      where s.practice_id = auth.practice_id() and s.therapist_id = p_therapist and s.cancelled_at is null and s.id is distinct from p_except
        -- No appointment is longer than a day, so the index is asked for a narrow piece of time.
        and s.starts_at > asked.at - interval '1 day' and s.starts_at < asked.at + make_interval(mins => p_minutes)
        and s.starts_at + make_interval(mins => s.minutes) > asked.at);
  return taken;
end $$;

-- Whether another session of the asker's practice has this video link, cancelled and past ones too: whoever came there knows it.
create or replace function auth.is_link_taken(p_link text, p_except uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not auth.has_role('therapist', 'scheduler') then return false; end if;
  return exists (select from public.sessions s
                  where s.practice_id = auth.practice_id() and s.video_link = p_link and p_link <> '' and s.id is distinct from p_except);
end $$;

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
