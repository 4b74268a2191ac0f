-- Roles, schemas and the two small tables that no one but the rules may read. Safe to run again.
do $$
declare r text;
begin
  foreach r in array array['hearth_rules', 'hearth_actor', 'hearth_system', 'hearth_queue'] loop
    begin
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', r);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

create schema if not exists extensions;
create schema if not exists auth;
create schema if not exists plan;
create schema if not exists portal;
-- The queue's own ground (db/access/queue.ts): its role makes what it needs there, and reaches nothing else.
grant hearth_queue to current_user;
create schema if not exists pgboss authorization hearth_queue;
create extension if not exists pgcrypto with schema extensions;

-- A key that never leaves the database: for drawing rest days.
create table if not exists auth.secrets (name text primary key, value bytea not null);
insert into auth.secrets (name, value)
values ('rest', extensions.gen_random_bytes(32))
on conflict (name) do nothing;

-- Where the key of the signed context lies (02-context): what is set here is remembered by the session alone, and never written down.
create unlogged sequence if not exists auth.key_left minvalue -9223372036854775808;
create unlogged sequence if not exists auth.key_right minvalue -9223372036854775808;

-- The offset of the installation's clock: zero rows in a real practice, one row in a demo or a test.
create table if not exists auth.clock (
  only_row boolean primary key default true check (only_row),
  ahead interval not null,
  installation text not null check (installation in ('demo', 'test'))
);

-- The versions of the schema that this database has been brought to.
create table if not exists auth.applied (hash text primary key, at timestamptz not null default now());

revoke all on schema auth, plan, portal, extensions from public;
revoke all on all tables in schema auth from public;
revoke all on all sequences in schema auth from public;
grant usage on schema extensions, auth, plan, portal to hearth_rules;
grant usage on schema auth, plan, portal to hearth_actor;
grant usage on schema auth to hearth_system;
grant usage on schema public to hearth_rules, hearth_actor, hearth_system;
grant select on auth.secrets, auth.clock, auth.applied to hearth_rules;
grant insert, update on auth.clock to hearth_rules;
grant select, update on sequence auth.key_left, auth.key_right to hearth_rules;
