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

-- Days and turns. A couple's day begins at 04:00 in its zone: that moment is the turn.

create or replace function plan.day_of(p_at timestamptz, p_zone text) returns date
language sql stable parallel safe as $$ select ((p_at at time zone p_zone) - interval '4 hours')::date $$;

create or replace function plan.turn_of(p_day date, p_zone text) returns timestamptz
language sql stable parallel safe as $$ select (p_day + time '04:00') at time zone p_zone $$;

-- Chance draws a rest day for one step, about one day in eight; and every tenth day after the last drawn one rests as well: about
-- one day in six in all, and never ten days without one, so that a closed day tells nothing. Nobody can compute it without the key.
create or replace function plan.is_rest_day(p_assignment uuid, p_day date) returns boolean
language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
declare
  secret bytea := (select value from auth.secrets where name = 'rest');
  since integer := 0;
begin
  while get_byte(extensions.hmac(convert_to(p_assignment::text || (p_day - since)::text, 'UTF8'), secret, 'sha256'), 0) % 8 <> 0 loop
    since := since + 1;
  end loop;
  return since % 10 = 0;
end $$;
