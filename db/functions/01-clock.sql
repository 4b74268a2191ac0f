-- The only source of time for everything that is stored. In a demo or a test it may run ahead.
create or replace function auth.now() returns timestamptz
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select now() + coalesce((select ahead from auth.clock), interval '0')
$$;

-- Moves the clock of a demo or test installation; a real practice has no clock row to move. Sign-ins stay as fresh as they were.
create or replace function auth.move_clock(p_by interval) returns timestamptz
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update auth.clock set ahead = ahead + p_by where installation in ('demo', 'test');
  if not found then
    raise exception 'the clock of this installation cannot be moved';
  end if;
  update public.sign_ins set last_seen_at = last_seen_at + p_by, expires_at = expires_at + p_by where ended_at is null;
  return auth.now();
end $$;
