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

-- Whether this database was ever brought to a version. A later one does not end the readiness of an app that runs before it.
create or replace function auth.has_schema(p_hash text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from auth.applied where hash = p_hash)
$$;
