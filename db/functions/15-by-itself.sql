-- What happens by itself (lib/jobs): reminders, and the alerts of rule 11. Whoever works off the queue learns ids and times here, and an
-- address only at the moment of sending.

-- Reminders whose time has come, with what the next time is computed from.
create or replace function auth.due_reminders() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'dueAt', r.next_due_at, 'weekdays', r.weekdays, 'time', r.time,
                                               'timeZone', r.time_zone, 'now', auth.now())), '[]')
    from (select r.id, r.next_due_at, r.weekdays, r.time, c.time_zone
            from public.reminders r join public.couples c on c.practice_id = r.practice_id and c.id = r.couple_id
           where r.next_due_at <= auth.now() order by r.next_due_at, r.id limit 500) r
$$;

-- One that was saved anew meanwhile stays as it was saved.
create or replace function auth.move_reminders(p_moves jsonb) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.reminders r set next_due_at = m.next
    from jsonb_to_recordset(p_moves) as m (id uuid, was timestamptz, next timestamptz)
   where r.id = m.id and r.next_due_at = m.was
$$;

-- The mail of one reminder, or null: it was turned off or changed since, the account ended, or its time is too long past.
create or replace function auth.reminder_mail(p_id uuid, p_due timestamptz, p_late interval) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object('to', p.email, 'senderName', s.sender_name, 'subject', s.mail_subject,
                            'practiceName', case r.level when 'practice' then s.name end)
    from public.reminders r
    join public.partners p on p.practice_id = r.practice_id and p.id = r.partner_id and p.status = 'active'
    join public.practices s on s.id = r.practice_id
   where r.id = p_id and p.email is not null and r.level <> 'none' and r.saved_at < p_due and auth.now() < p_due + p_late
$$;

-- Open lines of the two gravest tiers of which someone is still to be told: repeats of a tier are one line, timed by the first.
create or replace function auth.lines_to_tell() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  with lines as (
    select f.practice_id, f.couple_id, f.tier, (array_agg(f.id order by f.raised_at, f.id))[1] as flag_id, min(f.raised_at) as raised_at,
           bool_or(f.told_at is not null) as is_told, bool_or(f.backup_told_at is not null) as is_backup_told
      from public.flags f where f.settled_at is null and f.tier in ('urgent', 'safety')
     group by f.practice_id, f.couple_id, f.partner_id, f.tier)
  select coalesce(jsonb_agg(jsonb_build_object(
           'flagId', l.flag_id, 'tier', l.tier, 'raisedAt', l.raised_at, 'isTold', l.is_told, 'isBackupTold', l.is_backup_told, 'now', auth.now(),
           'calendar', jsonb_build_object('timeZone', s.time_zone, 'hours', s.working_hours, 'closedDays', s.closed_days),
           'careTeam', team.near, 'backups', team.backups) order by l.raised_at, l.flag_id), '[]')
    from lines l
    join public.practices s on s.id = l.practice_id
    cross join lateral (
      select coalesce(jsonb_agg(m.staff_member_id) filter (where m.part in ('primary', 'coTherapist', 'cover')), '[]') as near,
             coalesce(jsonb_agg(m.staff_member_id) filter (where m.part = 'backup'), '[]') as backups
        from public.care_team_members m
       where m.couple_id = l.couple_id and m.from_on <= plan.day_of(auth.now(), s.time_zone)
         and (m.to_on is null or m.to_on >= plan.day_of(auth.now(), s.time_zone))) team
   where not l.is_backup_told or (l.tier = 'urgent' and not l.is_told)
$$;

create or replace function auth.mark_told(p_told jsonb) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.flags f
     set told_at = coalesce(f.told_at, case when m.near then auth.now() end),
         backup_told_at = coalesce(f.backup_told_at, case when m.backup then auth.now() end)
    from (select "flagId" as id, bool_or(not "isBackup") as near, bool_or("isBackup") as backup from jsonb_to_recordset(p_told) as t ("flagId" uuid, "isBackup" boolean) group by 1) m
   where f.id = m.id
$$;

-- The mail of one alert, or null: the line was settled, or this person is no longer in the care team.
create or replace function auth.alert_mail(p_flag uuid, p_staff uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object('to', w.email, 'senderName', s.sender_name, 'subject', null, 'practiceName', null)
    from public.flags f
    join public.practices s on s.id = f.practice_id
    join public.care_team_members m on m.couple_id = f.couple_id and m.staff_member_id = p_staff
     and m.from_on <= plan.day_of(auth.now(), s.time_zone) and (m.to_on is null or m.to_on >= plan.day_of(auth.now(), s.time_zone))
    join public.staff_members w on w.id = p_staff and w.status = 'active'
   where f.id = p_flag and f.settled_at is null
   limit 1
$$;

-- The asker's own limits of the tier "review", and how often running their comfort was at or under its own, up to now. The limits are
-- the care team's: they decide what is raised and are shown on no page of a partner.
drop function if exists portal.low_comfort_running();
create or replace function portal.my_review_limits() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  with own as (select distress_at_least, pain_at_least, comfort_at_most from public.review_limits where partner_id = auth.partner_id()),
       last as (select sent_at, id, comfort from public.check_ins where partner_id = auth.partner_id() and comfort is not null order by sent_at desc, id desc limit 5)
  select jsonb_build_object(
    'distressAtLeast', (select distress_at_least from own), 'painAtLeast', (select pain_at_least from own), 'comfortAtMost', (select comfort_at_most from own),
    'lowComfortRunning', (select count(*) from (
       select bool_and(comfort <= coalesce((select comfort_at_most from own), 3)) over (order by sent_at desc, id desc) as still_low from last) running where still_low))
$$;

-- Where a reminder would go: the address this practice was given, whatever the account signs in with; null for someone without one.
create or replace function portal.my_mail_address() returns text
language sql stable security definer set search_path = pg_catalog as $$
  select email from public.partners where id = auth.partner_id()
$$;

-- Whether somebody beside the therapist reads a worried answer in time: the same for both partners, and as it was yesterday, so that
-- what the care team does in a day changes no page before the turn.
create or replace function portal.has_backup() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.care_team_members m
                  where m.couple_id = auth.couple_id() and m.practice_id = auth.practice_id() and m.part = 'backup'
                    and m.from_on < auth.today() and (m.to_on is null or m.to_on >= auth.today() - 1))
$$;
