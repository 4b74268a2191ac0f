-- Idempotency: one key, one effect, one answer.

-- Claims a form's key for the asker. Null: the act is to be done now. Otherwise the answer given before; {"refused": true} when
-- the same key came with another body. A second submit waits here for the first to commit.
create or replace function auth.claim_key(p_key uuid, p_body_hash bytea) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare k record;
begin
  insert into public.idempotency_keys (account_id, key, body_hash) values (auth.account_id(), p_key, p_body_hash) on conflict do nothing;
  if found then return null; end if;
  select body_hash, answer into k from public.idempotency_keys where account_id = auth.account_id() and key = p_key;
  if k.body_hash <> p_body_hash then return '{"refused": true}'; end if;
  return coalesce(k.answer, '{}');
end $$;

create or replace function auth.settle_key(p_key uuid, p_answer jsonb) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update public.idempotency_keys set answer = p_answer where account_id = auth.account_id() and key = p_key
$$;

-- What was seen, a record opened or a list: one row per sign-in, record, kind and 15 minutes.
drop function if exists auth.note_opening(text, uuid, uuid, uuid);
create or replace function auth.note_opening(p_kind text, p_record uuid, p_couple uuid, p_concerns uuid, p_is_list boolean default false) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into public.audit_events (practice_id, sign_in_id, staff_member_id, partner_id, act, record_kind, record_id, couple_id, concerns_partner_id)
  select auth.practice_id(), auth.sign_in_id(), auth.staff_member_id(), auth.partner_id(), case when p_is_list then 'listed' else 'opened' end, p_kind, p_record, p_couple, p_concerns
   where not exists (
     select from public.audit_events
      where sign_in_id = auth.sign_in_id() and record_kind = p_kind and record_id is not distinct from p_record and couple_id is not distinct from p_couple
        and act = case when p_is_list then 'listed' else 'opened' end and at > auth.now() - interval '15 minutes')
$$;

-- The sealer: links every event that is not linked yet to its practice's chain. An event may commit after a later one was linked, so it
-- looks back an hour from the last link; no transaction lives so long. Two sealers at once take turns. A hash covers the hash before and
-- the event as JSON: every column in an order of its own, the time in microseconds since 1970 (lib/access-log/chain.ts does the same).
create or replace function auth.link_audit() returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  v_practice uuid;
  v_last record;
  v_place bigint;
  v_hash bytea;
  e record;
begin
  perform pg_advisory_xact_lock(hashtextextended('hearth audit chain', 0));
  for v_practice in select id from public.practices loop
    select l.place, l.hash, l.at into v_last from public.audit_links l where l.practice_id = v_practice order by l.place desc limit 1;
    v_place := coalesce(v_last.place, 0);
    v_hash := coalesce(v_last.hash, sha256(convert_to('hearth ' || v_practice, 'UTF8')));
    for e in
      select a.id, a.at, jsonb_build_array(a.id, a.practice_id, a.sign_in_id, a.staff_member_id, a.partner_id, a.act, a.record_kind, a.record_id,
                                           a.couple_id, a.concerns_partner_id, (extract(epoch from a.at) * 1000000)::bigint)::text as said
        from public.audit_events a
       where a.practice_id = v_practice and a.at > coalesce(v_last.at - interval '1 hour', '-infinity')
         and not exists (select from public.audit_links l where l.event_id = a.id)
       order by a.at, a.id
    loop
      v_place := v_place + 1;
      v_hash := sha256(v_hash || convert_to(e.said, 'UTF8'));
      insert into public.audit_links (practice_id, place, event_id, at, hash) values (v_practice, v_place, e.id, e.at, v_hash);
    end loop;
  end loop;
end $$;

-- The newest link of each practice.
create or replace function auth.audit_heads() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('practiceId', p.id, 'place', l.place, 'hash', encode(l.hash, 'hex'), 'at', auth.now()) order by p.id), '[]')
    from public.practices p
    cross join lateral (select l.place, l.hash from public.audit_links l where l.practice_id = p.id order by l.place desc limit 1) l
$$;

-- What admins may know of the access log: who of the staff did something, and when. What belongs to the record is one kind, opened or
-- written; what partners do is not in it at all, and neither is what one of the staff keeps for themselves alone (kind own).
create or replace function auth.access_log(p_from timestamptz, p_to timestamptz, p_before timestamptz, p_before_id uuid, p_limit integer)
returns table (id uuid, at timestamptz, who text, act text, kind text, couple text, about text)
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select e.id, e.at, s.name,
         case when k.is_account then e.act when e.act in ('opened', 'listed', 'printed') then 'opened' else 'written' end,
         case when k.is_account then e.record_kind else 'record' end,
         c.label, case when e.record_kind in ('staffMember', 'signIn', 'supervision') then m.name end
    from public.audit_events e
    cross join lateral (select e.record_kind in ('account', 'careTeam', 'invitation', 'invitationCard', 'staffMember', 'signIn', 'supervision', 'practice', 'program',
                                                 'step', 'accessLog', 'schedule', 'caseload', 'couplesToPlan') as is_account) k
    join public.staff_members s on s.practice_id = e.practice_id and s.id = e.staff_member_id
    left join public.couples c on c.practice_id = e.practice_id and c.id = e.couple_id
    left join public.staff_members m on m.practice_id = e.practice_id and m.id = e.record_id
   where (select auth.has_role('practiceAdmin')) and e.practice_id = (select auth.practice_id()) and e.record_kind <> 'own'
     and e.at >= p_from and e.at < p_to and (p_before is null or (e.at, e.id) < (p_before, p_before_id))
   order by e.at desc, e.id desc limit p_limit
$$;

-- For a couple's own care team, with kinds: who of the staff opened or changed something of this couple.
create or replace function auth.access_log_of_couple(p_couple uuid, p_before timestamptz, p_before_id uuid, p_limit integer)
returns table (id uuid, at timestamptz, who text, act text, kind text, concerns uuid)
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select e.id, e.at, s.name, e.act, e.record_kind, e.concerns_partner_id
    from public.audit_events e
    join public.staff_members s on s.practice_id = e.practice_id and s.id = e.staff_member_id
   where e.couple_id = p_couple and p_couple = any ((select auth.couple_ids_of('therapist'))::uuid[]) and e.practice_id = (select auth.practice_id())
     and (p_before is null or (e.at, e.id) < (p_before, p_before_id))
   order by e.at desc, e.id desc limit p_limit
$$;

-- Whether this database was ever brought to a version. A later one does not end the readiness of an app that runs before it.
create or replace function auth.has_schema(p_hash text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from auth.applied where hash = p_hash)
$$;
