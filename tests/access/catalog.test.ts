// What Postgres itself says about its fences: nothing here is derived from what the product believes.
import { describe, expect, test } from 'vitest';
import { FUNCTION_GRANTS } from '@/db/access/functions';
import { ACTIONS } from '@/db/access/grid';
import { RESOURCES, rulesOf, tableOf } from '@/db/access/policy';
import { COMMAND, conditionSql } from '@/db/access/row-policies';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase();
const rows = async <T extends Record<string, unknown>>(sql: string): Promise<T[]> =>
  (await database.owner.query<T>(sql)).rows;

/** Tables that belong to no practice, and why they need no fence: no policy lets an actor at them at all. */
const WITHOUT_PRACTICE = [
  'accounts',
  'sign_ins',
  'password_resets',
  'account_notices',
  'half_sign_ins',
  'totp_factors',
  'passkeys',
  'passkey_challenges',
  'recovery_codes',
  'set_up_links',
  'idempotency_keys',
  'rate_limits',
];
const OUR_ROLES = `'hearth_actor', 'hearth_system', 'hearth_rules', 'hearth_app'`;

describe('tables', () => {
  test('every table has row security, forced on its owner too', async () => {
    const open = await rows(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });

  test('every table is in the grid', async () => {
    const tables = await rows<{ tablename: string }>(
      `select tablename from pg_tables where schemaname = 'public' order by 1`,
    );
    expect(tables.map((t) => t.tablename)).toEqual([...RESOURCES.map(tableOf), 'rate_limits'].sort());
  });

  test('every table of a practice has a restrictive fence around that practice', async () => {
    const fenced = await rows<{ tablename: string }>(
      `select tablename from pg_policies where schemaname = 'public' and permissive = 'RESTRICTIVE' and cmd = 'ALL'
         and qual like '%practice_id()%' and with_check like '%practice_id()%'`,
    );
    const tables = await rows<{ tablename: string }>(`select tablename from pg_tables where schemaname = 'public'`);
    const unfenced = tables.map((t) => t.tablename).filter((t) => !fenced.some((f) => f.tablename === t));
    expect(unfenced.sort()).toEqual([...WITHOUT_PRACTICE].sort());
  });

  test('the policies are the ones of the grid, and no others', async () => {
    const found = await rows<{ name: string }>(
      `select tablename || '.' || policyname as name from pg_policies where schemaname = 'public'`,
    );
    const named = RESOURCES.flatMap((resource) => {
      const table = tableOf(resource);
      return [
        ...(WITHOUT_PRACTICE.includes(table) ? [] : [`${table}.${table}_fence`]),
        ...ACTIONS.filter((a) => conditionSql(resource, a) !== null).map((a) => `${table}.${table}_${COMMAND[a]}`),
        ...rulesOf(resource).map((a) => `${table}.${table}_${COMMAND[a]}_rules`),
      ];
    });
    expect(found.map((f) => f.name).sort()).toEqual([...named, 'rate_limits.rate_limits_system'].sort());
  });

  test('a partner has a policy only on rows about themselves', async () => {
    const open = await rows<{ policyname: string }>(
      `select policyname from pg_policies where schemaname = 'public' and cmd = 'SELECT' and coalesce(qual, '') like '%''partner''%' and qual not like '%partner_id()%'`,
    );
    expect(open).toEqual([]);
  });

  test('no enum types, whose comparisons are not leakproof', async () => {
    expect(
      await rows(`select typname from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace`),
    ).toEqual([]);
  });

  test('no view reads with its owner rights, and no materialized view exists', async () => {
    const views = await rows(
      `select relname from pg_class where relnamespace in ('public'::regnamespace, 'plan'::regnamespace, 'portal'::regnamespace)
         and (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)))`,
    );
    expect(views).toEqual([]);
  });

  test('every foreign key between tables of a practice carries the practice', async () => {
    const without = await rows(
      `select conname from pg_constraint c
        where contype = 'f' and connamespace = 'public'::regnamespace
          and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'practice_id')
          and not exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'practice_id' and a.attnum = any (c.conkey))`,
    );
    expect(without).toEqual([]);
  });
});

describe('roles', () => {
  test('no role of the app is a superuser, passes row security, or makes roles or databases', async () => {
    const strong = await rows(
      `select rolname from pg_roles where rolname in (${OUR_ROLES}) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    );
    expect(strong).toEqual([]);
  });

  test('the app and its roles own nothing but the fixed functions', async () => {
    const owned = await rows(
      `select relname as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in (${OUR_ROLES})
       union all select nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner where r.rolname in (${OUR_ROLES})
       union all select proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname in ('hearth_actor', 'hearth_system', 'hearth_app')`,
    );
    expect(owned).toEqual([]);
  });

  test('the app login is a member of the two working roles and the queue’s, and of nothing else', async () => {
    const memberships = await rows<{ role: string }>(
      `select g.rolname as role from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles r on r.oid = m.member
        where r.rolname in ('hearth_app', 'hearth_actor', 'hearth_system', 'hearth_rules', 'hearth_queue') order by 1`,
    );
    expect(memberships.map((m) => m.role)).toEqual(['hearth_actor', 'hearth_queue', 'hearth_system']);
  });

  // The one exemption: a job queue makes its own tables. What it holds are ids and times (db/access/queue.ts).
  test('the queue’s role owns what is in schema pgboss, and is given nothing anywhere else', async () => {
    const elsewhere = await rows(
      `select c.oid::regclass::text as name from pg_class c join pg_roles r on r.oid = c.relowner
        where r.rolname = 'hearth_queue' and c.relnamespace <> 'pgboss'::regnamespace and c.relkind <> 't' and c.relname not like 'pg_toast%'
       union all select nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner where r.rolname = 'hearth_queue' and nspname <> 'pgboss'
       union all select grantee || ' ' || table_name from information_schema.role_table_grants where grantee = 'hearth_queue' and table_schema <> 'pgboss'
       union all select nspname from pg_namespace where nspname in ('auth', 'plan', 'portal', 'extensions', 'drizzle') and has_schema_privilege('hearth_queue', oid, 'usage')
       union all select rolname::text from pg_roles where rolname = 'hearth_queue' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)`,
    );
    expect(elsewhere).toEqual([]);
  });

  test('nobody but the queue’s role gets into its schema', async () => {
    const others = await rows(
      `select rolname from pg_roles where rolname in (${OUR_ROLES}) and has_schema_privilege(oid, 'pgboss', 'usage')`,
    );
    expect(others).toEqual([]);
  });

  test('each role holds exactly the commands the grid gives it on each table', async () => {
    const granted = await rows<{ name: string }>(
      `select grantee || ' ' || table_name || ' ' || lower(privilege_type) as name from information_schema.role_table_grants
        where table_schema = 'public' and grantee in (${OUR_ROLES}, 'PUBLIC')`,
    );
    const named = RESOURCES.flatMap((resource) => [
      ...ACTIONS.filter((a) => conditionSql(resource, a) !== null).map(
        (a) => `hearth_actor ${tableOf(resource)} ${COMMAND[a]}`,
      ),
      ...rulesOf(resource).map((a) => `hearth_rules ${tableOf(resource)} ${COMMAND[a]}`),
    ]);
    const limits = ['select', 'insert', 'update', 'delete'].map((c) => `hearth_system rate_limits ${c}`);
    expect(granted.map((g) => g.name).sort()).toEqual([...named, ...limits].sort());
  });

  test('no role of the app can make anything in any schema', async () => {
    const can = await rows(
      `select n.nspname, r.rolname from pg_namespace n, pg_roles r
        where r.rolname in (${OUR_ROLES}) and n.nspname in ('public', 'auth', 'plan', 'portal', 'extensions', 'drizzle')
          and has_schema_privilege(r.oid, n.oid, 'create')`,
    );
    expect(can).toEqual([]);
  });
});

describe('functions', () => {
  test('all are owned by hearth_rules, and those with its rights have a fixed search path', async () => {
    const loose = await rows(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
        where n.nspname in ('auth', 'plan', 'portal')
          and (r.rolname <> 'hearth_rules' or (p.prosecdef and not coalesce(p.proconfig @> '{search_path=pg_catalog}', false)))`,
    );
    expect(loose).toEqual([]);
  });

  test('each role may call exactly the functions on its list', async () => {
    const granted = await rows<{ role: string; name: string }>(
      `select r.rolname as role, n.nspname || '.' || p.proname as name
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace, pg_roles r
        where n.nspname in ('auth', 'plan', 'portal') and r.rolname in ('hearth_actor', 'hearth_system') and has_function_privilege(r.oid, p.oid, 'execute')`,
    );
    for (const [role, names] of Object.entries(FUNCTION_GRANTS))
      expect([...new Set(granted.filter((g) => g.role === role).map((g) => g.name))].sort()).toEqual([...names].sort());
  });

  test('no function outside these schemas runs with other rights than the caller', async () => {
    const strange = await rows(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname not in ('auth', 'plan', 'portal', 'pg_catalog', 'information_schema')`,
    );
    expect(strange).toEqual([]);
  });

  test('the functions that verify the context are never run in a parallel worker, which would not have it', async () => {
    const parallel = await rows(
      `select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'auth' and p.proparallel = 's'`,
    );
    expect(parallel).toEqual([]);
  });
});
