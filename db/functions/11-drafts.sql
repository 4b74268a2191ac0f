-- What a sign-in that is only idle may still do: keep a draft for its owner. It reads nothing; the key it is given is wrapped.

create or replace function auth.key_to_keep_draft(p_token text) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
      'partnerId', s.partner_id, 'coupleId', k.couple_id, 'practiceId', s.practice_id,
      'key', jsonb_build_object('id', k.id, 'practiceId', k.practice_id, 'practiceKeyId', k.practice_key_id, 'keyClass', k.key_class,
        'coupleId', k.couple_id, 'partnerId', k.partner_id, 'wrapped', encode(k.wrapped, 'base64')),
      'practiceKey', jsonb_build_object('id', p.id, 'practiceId', p.practice_id, 'masterKeyId', p.master_key_id, 'wrapped', encode(p.wrapped, 'base64')))
    from public.sign_ins s
    join public.data_keys k on k.partner_id = s.partner_id and k.key_class = 'partner.private'
    join public.practice_keys p on p.id = k.practice_key_id
   where s.token_hash = sha256(convert_to(p_token, 'UTF8')) and s.ended_at is null and s.expires_at > auth.now()
   order by k.created_at desc limit 1
$$;

-- Puts a sealed draft in the place of the one before. The id is part of what the seal is bound to, so it comes with it.
create or replace function auth.keep_draft(p_token text, p_id uuid, p_subject text, p_content bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s record;
begin
  select si.partner_id, si.practice_id, pa.couple_id into s
    from public.sign_ins si join public.partners pa on pa.id = si.partner_id
   where si.token_hash = sha256(convert_to(p_token, 'UTF8')) and si.ended_at is null and si.expires_at > auth.now();
  if not found then return false; end if;
  delete from public.drafts where partner_id = s.partner_id and subject = p_subject;
  insert into public.drafts (id, practice_id, couple_id, partner_id, subject, content, expires_at)
  values (p_id, s.practice_id, s.couple_id, s.partner_id, p_subject, p_content, auth.now() + interval '24 hours');
  return true;
end $$;
