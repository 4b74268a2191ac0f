// SQL statements of one request, as Postgres logs them.
import { readFile } from 'node:fs/promises';
import type { TestApp } from '../support/app';
import { place } from '../support/cluster';
import { cookieFor } from './cookie';
import type { Visit } from './subjects';

/** Beside begin and commit. The app's connections are made anew to take on the setting. */
export async function statementsOf(app: TestApp, { path, token, sends }: Visit): Promise<string[]> {
  const headers = { ...(await cookieFor(app, token)), Origin: app.origin };
  await logStatements(app, true);
  try {
    // The first request also opens a connection, and may be the first of the day or of the minute. It may still meet one that was ended.
    for (let tries = 0; tries < 20 && (await ask(app.origin + path, headers, sends)) !== 200; tries += 1);
    const before = (await readFile(place().log, 'utf8')).length;
    const status = await ask(app.origin + path, headers, sends);
    if (status !== 200) throw new Error(`${path} answers ${status}.`);
    const logged = (await readFile(place().log, 'utf8')).slice(before);
    return [...logged.matchAll(/LOG: {2}(?:statement|execute [^:]+): (.*)/g)]
      .map((match) => match[1]!.trim())
      .filter((statement) => !/^(begin|commit)\b/i.test(statement));
  } finally {
    await logStatements(app, false);
  }
}

async function ask(url: string, headers: Record<string, string>, sends: Visit['sends']): Promise<number> {
  const answer = await fetch(
    url,
    sends
      ? {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: JSON.stringify(sends.body()),
        }
      : { headers, redirect: 'manual' },
  );
  const text = await answer.text();
  if (sends && answer.headers.get('content-type')?.startsWith('application/json')) sends.heard(JSON.parse(text));
  return answer.status;
}

async function logStatements(app: TestApp, isOn: boolean): Promise<void> {
  const { name } = app.database;
  await app.owner.query(`alter database ${name} set log_statement = '${isOn ? 'all' : 'none'}'`);
  await app.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename <> current_user`,
    [name],
  );
}
