/** Looks at the two logins before they are used: what is wrong with a setting is one sentence that names it. */
import pg from 'pg';

const oldest = 150_000;

type Settings = { ownerUrl: string; appUrl: string };

/** Null when both logins reach the same PostgreSQL 15 or later, and the app's is no superuser. */
export async function findServerProblem({ ownerUrl, appUrl }: Settings): Promise<string | null> {
  const owner = await ask('DATABASE_OWNER_URL', ownerUrl);
  if (typeof owner === 'string') return owner;
  const app = await ask('DATABASE_URL', appUrl);
  if (typeof app === 'string') return app;
  if (owner.version < oldest) return `DATABASE_URL names a PostgreSQL ${owner.shown}; Hearth needs 15 or later.`;
  if (owner.encoding !== 'UTF8') return `DATABASE_URL names a database in ${owner.encoding}; Hearth needs one in UTF8.`;
  if (owner.database !== app.database) return 'DATABASE_URL and DATABASE_OWNER_URL name different databases.';
  if (owner.login === app.login) return 'DATABASE_URL and DATABASE_OWNER_URL must be two different logins.';
  if (app.isMighty)
    return `DATABASE_URL signs in as ${app.login}, which row security does not bind; give the app a login of its own, without SUPERUSER and BYPASSRLS.`;
  if (!owner.canMakeRoles)
    return `DATABASE_OWNER_URL signs in as ${owner.login}, which may not make roles; alter role ${owner.login} createrole.`;
  return null;
}

interface Answer {
  version: number;
  shown: string;
  database: string;
  encoding: string;
  login: string;
  isMighty: boolean;
  canMakeRoles: boolean;
}

async function ask(setting: string, url: string): Promise<Answer | string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<Answer>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
              current_database() as database, current_setting('server_encoding') as encoding, rolname as login,
              rolsuper or rolbypassrls as "isMighty", rolsuper or rolcreaterole as "canMakeRoles"
         from pg_roles where rolname = current_user`,
    );
    return rows[0] ?? `${setting}: the server does not know who signed in.`;
  } catch (error) {
    return `${setting}: ${sentenceOf(error, new URL(url))}`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function sentenceOf(error: unknown, url: URL): string {
  const code = (error as { code?: string }).code ?? '';
  if (code === '28P01' || code === '28000') return `the server refuses the login ${url.username}.`;
  if (code === '3D000') return `there is no database ${url.pathname.slice(1)}.`;
  if (code === '42501') return `the login ${url.username} may not connect to ${url.pathname.slice(1)}.`;
  return `no PostgreSQL answers at ${url.searchParams.getAll('host').at(-1) ?? url.host} (${code || 'no answer in time'}).`;
}
