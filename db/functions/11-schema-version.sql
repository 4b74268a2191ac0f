-- Whether this database was ever brought to a version. A later one does not end the readiness of an app that runs before it.
create or replace function auth.has_schema(p_hash text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from auth.applied where hash = p_hash)
$$;
