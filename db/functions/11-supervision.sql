-- What a supervisor sees, what a signature waits for, and who writes a session's note: facts about notes, never what they say.

-- The notes that the asker supervises today: of sessions held from the day that began, for as long as it lasts; and what an earlier
-- supervisor left waiting, for whoever may settle it. Nothing else gives a supervisor sight of anything.
create or replace function auth.notes_supervised(variadic p_roles text[])
returns table (note_id uuid, may_approve boolean, may_co_sign boolean)
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select n.id, bool_or(v.must_approve), bool_or(v.must_co_sign)
    from public.supervisions v
    join public.practices p on p.id = v.practice_id
    join public.session_notes n on n.author_id = v.supervisee_id and n.practice_id = v.practice_id
    join public.sessions s on s.id = n.session_id
   where auth.has_role(variadic p_roles) and v.supervisor_id = auth.staff_member_id() and v.practice_id = auth.practice_id() and v.may_see
     and v.from_on <= auth.today() and (v.to_on is null or v.to_on >= auth.today())
     and (plan.day_of(s.starts_at, p.time_zone) >= v.from_on
          or (n.needs_approval and v.must_approve
              and not exists (select from public.note_reviews r where r.note_id = n.id and r.note_hash = n.signed_hash))
          or (n.needs_co_signature and v.must_co_sign
              and not exists (select from public.co_signatures c where c.note_id = n.id and c.part = 'supervisor')))
   group by n.id
$$;

create or replace function auth.note_ids_supervised(variadic p_roles text[]) returns uuid[]
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(n.note_id), '{}') from auth.notes_supervised(variadic p_roles) n
$$;

-- The keys of the records these notes are in; the rows they open are policy's to give.
create or replace function auth.key_ids_supervised(variadic p_roles text[]) returns uuid[]
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct k.id), '{}')
    from auth.notes_supervised(variadic p_roles) v
    join public.session_notes n on n.id = v.note_id
    join public.data_keys k on k.couple_id = n.couple_id and k.partner_id is not distinct from n.partner_id
     and k.key_class = case n.kind when 'joint' then 'couple.record' else 'partner.record' end
$$;

-- What stands in a supervisor's queue: of each note that was signed or returned, whose it is, of which session, and what it still waits for.
drop function if exists auth.supervised_lines();
create or replace function auth.supervised_lines()
returns table (note_id uuid, couple_id uuid, couple_label text, kind text, partner_id uuid, partner_name text, starts_at timestamptz, minutes integer,
               place text, author_id uuid, author_name text, author_credential text, signed_at timestamptz, needs_approval boolean,
               needs_co_signature boolean, is_approved boolean, is_returned boolean, is_co_signed boolean, returned_at timestamptz,
               awaits_co_therapist boolean, co_signatures integer, addenda integer, is_in_error boolean, may_approve boolean, may_co_sign boolean, partners jsonb)
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select n.id, n.couple_id, c.label, n.kind, n.partner_id, p.name, s.starts_at, s.minutes, s.place, n.author_id, m.name, m.credential, n.signed_at,
         n.needs_approval, n.needs_co_signature, coalesce(r.is_approved, false), n.signed_at is null, coalesce(g.by_supervisor, false), r.returned_at,
         n.co_signer_id is not null and not coalesce(n.co_signer_id = any (g.authors), false), coalesce(g.times, 0), coalesce(a.times, 0),
         coalesce(a.is_in_error, false), v.may_approve, v.may_co_sign, w.partners
    from auth.notes_supervised('supervisor') v
    join public.session_notes n on n.id = v.note_id
    join public.sessions s on s.id = n.session_id
    join public.couples c on c.id = n.couple_id
    join public.staff_members m on m.id = n.author_id
    left join public.partners p on p.id = n.partner_id
    left join lateral (select bool_or(x.kind = 'approved' and x.note_hash = n.signed_hash) as is_approved,
                              max(x.signed_at) filter (where x.kind = 'returned') as returned_at
                         from public.note_reviews x where x.note_id = n.id) r on true
    left join lateral (select bool_or(x.part = 'supervisor') as by_supervisor, array_agg(x.author_id) as authors, count(*)::int as times
                         from public.co_signatures x where x.note_id = n.id) g on true
    left join lateral (select count(*)::int as times, bool_or(x.kind = 'enteredInError') as is_in_error
                         from public.addenda x where x.note_id = n.id) a on true
    -- Those whose record the note is in, so that it can be read.
    left join lateral (select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.position) as partners
                         from public.partners x where x.couple_id = n.couple_id and (n.partner_id is null or x.id = n.partner_id)) w on true
   where n.signed_at is not null or r.returned_at is not null
$$;

-- What the supervision of an author asks for when a note of this session is signed now.
create or replace function auth.signing_needs(p_session uuid, p_author uuid) returns table (approval boolean, co_signature boolean)
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select coalesce(bool_or(v.must_approve), false), coalesce(bool_or(v.must_co_sign), false)
    from public.supervisions v
    join public.sessions s on s.id = p_session and s.practice_id = v.practice_id
    join public.practices p on p.id = v.practice_id
   where v.supervisee_id = p_author and v.from_on <= plan.day_of(auth.now(), p.time_zone)
     and (v.to_on is null or v.to_on >= plan.day_of(auth.now(), p.time_zone)) and plan.day_of(s.starts_at, p.time_zone) >= v.from_on
$$;

-- By whom the notes of these sessions are being written, for those who care for the couple and do not write them: a name and no more.
create or replace function auth.notes_begun(p_sessions uuid[]) returns table (session_id uuid, author_id uuid, author text)
language sql stable parallel restricted security definer set search_path = pg_catalog as $$
  select n.session_id, n.author_id, m.name
    from public.session_notes n
    join public.staff_members m on m.id = n.author_id
   where n.session_id = any (p_sessions) and n.signed_at is null and n.author_id <> auth.staff_member_id()
     and n.couple_id = any (auth.couple_ids_of('therapist'))
$$;
