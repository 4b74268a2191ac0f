// SQL statements of one request, as Postgres logs them.
import { readFile } from 'node:fs/promises';
import type { TestApp } from '../support/app';
import { place } from '../support/cluster';
import { cookieFor } from './cookie';
import type { Visit } from './subjects';

/** Beside begin and commit. The app's connections are made anew to take on the setting. */
export async function statementsOf(app: TestApp, { path, token }: Visit): Promise<string[]> {
  const headers = await cookieFor(app, token);
  await logStatements(app, true);
  try {
    // The first request also opens a connection, and may be the first of the day or of the minute. It may still meet one that was ended.
    for (let tries = 0; tries < 20 && (await ask(app.origin + path, headers)) !== 200; tries += 1);
    const before = (await readFile(place().log, 'utf8')).length;
    const status = await ask(app.origin + path, headers);
    if (status !== 200) throw new Error(`${path} answers ${status}.`);
    const logged = (await readFile(place().log, 'utf8')).slice(before);
    return [...logged.matchAll(/LOG: {2}(?:statement|execute [^:]+): (.*)/g)]
      .map((match) => match[1]!.trim())
      .filter((statement) => !/^(begin|commit)\b/i.test(statement));
  } finally {
    await logStatements(app, false);
  }
}

async function ask(url: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, { headers, redirect: 'manual' });
  await answer.text();
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
