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
