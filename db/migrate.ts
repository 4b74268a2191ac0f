/** Brings a database to the current schema: functions, generated migrations, then fences and grants. Safe to run again and from several processes. */
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { FUNCTION_GRANTS } from './access/functions';
import { grantStatements } from './access/row-policies';
import { loginsOf } from './logins';
import { functionFiles, migrationsFolder, schemaVersion } from './schema-version';

const LOCK = 727_000;
/** What gives each role the functions it may call, and makes hearth_rules the owner of all of them. */
const FUNCTION_OWNERS = `
do $$
declare f record;
begin
  for f in select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname in ('auth', 'plan', 'portal') loop
    execute format('alter function %s owner to hearth_rules', f.signature);
    execute format('revoke all on function %s from public, hearth_actor, hearth_system', f.signature);
  end loop;
end $$`;

const grantFunction = (role: string, name: string) => `
do $$
declare f record;
begin
  for f in select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname || '.' || p.proname = '${name}' loop
    execute format('grant execute on function %s to ${role}', f.signature);
  end loop;
end $$`;

/**
 * Migrates the database at `ownerUrl`, and lets the login of `appUrl`, and the door's beside it, act as the app's roles.
 * Throws what Postgres says; nothing is half done within one file.
 */
export async function migrate(settings: {
  ownerUrl: string;
  appUrl: string;
  log?: (line: string) => void;
}): Promise<void> {
  const client = new pg.Client({ connectionString: settings.ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const files = await functionFiles();
    const hash = await schemaVersion();
    await client.query('set check_function_bodies = off');
    const after = files.filter((f) => f.name.startsWith('99'));
    const isFresh = (await appliedHash(client)) !== hash;
    if (isFresh) {
      settings.log?.('Writing rules');
      for (const file of files) if (!after.includes(file)) await client.query(file.text);
      await client.query('grant hearth_rules to current_user');
      await client.query('grant create on schema auth, plan, portal to hearth_rules');
    }
    await runMigrations(drizzle(client), { migrationsFolder });
    if (isFresh) {
      for (const file of after) await client.query(file.text);
      await client.query(FUNCTION_OWNERS);
      await client.query('revoke create on schema auth, plan, portal from hearth_rules');
      for (const statement of grantStatements()) await client.query(statement);
      for (const [role, names] of Object.entries(FUNCTION_GRANTS))
        for (const name of names) await client.query(grantFunction(role, name));
    }
    await letLoginsAct(client, settings.appUrl);
    await client.query('insert into auth.applied (hash) values ($1) on conflict (hash) do update set at = now()', [
      hash,
    ]);
  } finally {
    await client.end();
  }
}

/** Each login may become its roles, and holds none of their rights before it does: two for one transaction, the queue's for connections of its own. */
async function letLoginsAct(client: pg.Client, appUrl: string): Promise<void> {
  const { app, door, password } = loginsOf(appUrl);
  const [appName, doorName] = [client.escapeIdentifier(app), client.escapeIdentifier(door)];
  await client.query(
    `do $$ begin create role ${doorName} login nosuperuser nocreatedb nocreaterole nobypassrls;
     exception when duplicate_object or unique_violation then null; end $$`,
  );
  if (password !== '') await client.query(`alter role ${doorName} password ${client.escapeLiteral(password)}`);
  const version = await client.query<{ n: number }>(`select current_setting('server_version_num')::int as n`);
  const isNew = version.rows[0]!.n >= 160_000;
  if (!isNew) await client.query(`alter role ${appName} noinherit; alter role ${doorName} noinherit`);
  const how = isNew ? 'with inherit false, set true' : '';
  await client.query(`revoke hearth_system, hearth_queue from ${appName}`);
  await client.query(`grant hearth_actor to ${appName} ${how}`);
  await client.query(`grant hearth_system, hearth_queue to ${doorName} ${how}`);
  // What one leaves in a connection's own schema would stand before the tables of the next.
  await client.query(NO_TEMPORARY);
}

/** A copy of a database does not take this along. */
export const NO_TEMPORARY = `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`;

async function appliedHash(client: pg.Client): Promise<string | null> {
  const found = await client.query("select to_regclass('auth.applied') is not null as has");
  if (!found.rows[0].has) return null;
  const newest = await client.query('select hash from auth.applied order by at desc limit 1');
  return newest.rows[0]?.hash ?? null;
}
