// The measurements themselves, each over the running app and its database from outside.
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import type { TestApp } from '../support/app';
import { place } from '../support/cluster';
import { signInCookie } from '../support/sign-in';
import type { ActSubject, PageSubject } from './subjects';

const CONNECTIONS = 10;

export async function cookieFor(app: TestApp, token: string | null): Promise<Record<string, string>> {
  if (token === null) return {};
  const { name, value } = await signInCookie(token, app.keys.authSecret, app.origin);
  return { cookie: `${name}=${value}` };
}

export async function requestsPerSecond(app: TestApp, { path, token }: PageSubject, seconds: number): Promise<number> {
  const headers = await cookieFor(app, token);
  await load({ url: app.origin + path, headers, connections: CONNECTIONS, duration: 2 });
  const result = await load({ url: app.origin + path, headers, connections: CONNECTIONS, duration: seconds });
  return result.requests.average;
}

/** Submits the page's own form as a browser without JavaScript would, with a fresh key each time. */
export async function actsPerSecond(app: TestApp, act: ActSubject, seconds: number) {
  const headers = await cookieFor(app, act.token);
  const html = await (await fetch(app.origin + act.path, { headers })).text();
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => act.form.test(text));
  if (!form) throw new Error(`${act.path} has no form that matches ${act.form}.`);
  const boundary = 'bench-boundary';
  const body = () => {
    const fields = { ...hiddenFields(form), ...act.fields, key: randomUUID() };
    const parts = Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return `${parts.join('')}--${boundary}--\r\n`;
  };
  const before = await count(app, act.effects);
  const result = await load({
    url: app.origin + act.path,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        headers: {
          ...headers,
          origin: app.origin,
          'sec-fetch-site': 'same-origin',
          'content-type': `multipart/form-data; boundary=${boundary}`,
        },
        setupRequest: (request) => ({ ...request, body: body() }),
      },
    ],
  });
  const effects = (await count(app, act.effects)) - before;
  if (effects < result.requests.total)
    throw new Error(`${result.requests.total} were sent and ${effects} took effect.`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

async function count(app: TestApp, table: string): Promise<number> {
  const { rows } = await app.owner.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(rows[0]!.count);
}

async function load(options: autocannon.Options): Promise<autocannon.Result> {
  const result = await autocannon(options);
  const refused = result['4xx'] + result['5xx'];
  if (refused + result.errors + result.timeouts > 0)
    throw new Error(
      `${options.url} refused ${refused} requests and left ${result.errors + result.timeouts} unanswered.`,
    );
  return result;
}

function hiddenFields(form: string): Record<string, string> {
  const inputs = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => input);
  const attribute = (input: string, name: string) => decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '');
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]));
}

const decoded = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** SQL statements of one request, as Postgres logs them. The app's connections are made anew to take on the setting. */
export async function statementsOf(app: TestApp, { path, token }: PageSubject): Promise<string[]> {
  const headers = await cookieFor(app, token);
  const url = app.origin + path;
  await logStatements(app, true);
  try {
    // The first request also opens a connection and touches "last seen".
    await (await fetch(url, { headers })).text();
    const before = (await readFile(place().log, 'utf8')).length;
    await (await fetch(url, { headers })).text();
    const logged = (await readFile(place().log, 'utf8')).slice(before);
    return [...logged.matchAll(/LOG: {2}(?:statement|execute [^:]+): (.*)/g)]
      .map((match) => match[1]!)
      .filter((statement) => !/^(begin|commit)\b/i.test(statement));
  } finally {
    await logStatements(app, false);
  }
}

async function logStatements(app: TestApp, isOn: boolean): Promise<void> {
  const { name } = app.database;
  await app.owner.query(`alter database ${name} set log_statement = '${isOn ? 'all' : 'none'}'`);
  await app.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename <> current_user`,
    [name],
  );
}

/** Bytes of all scripts a page asks for, gzipped; those for browsers without modules are not asked for. */
export async function scriptOf(app: TestApp, { path, token }: PageSubject): Promise<number> {
  const answer = await fetch(app.origin + path, { headers: await cookieFor(app, token), redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
  const html = (await answer.text()).replace(/<script\b[^>]*\bnomodule\b[^>]*>/gi, '');
  const sources = new Set([...html.matchAll(/\/_next\/static\/[^"'\\ ]+?\.js/g)].map(([source]) => source));
  let bytes = 0;
  for (const source of sources)
    bytes += gzipSync(Buffer.from(await (await fetch(app.origin + source)).arrayBuffer())).length;
  return bytes;
}

/** Resident memory of the app's process and everything it started, in megabytes. */
export async function memoryOf(app: TestApp): Promise<number> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent) parents.set(Number(name), parent);
  }
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === app.pid || isOurs(parents.get(pid)));
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (!isOurs(pid)) continue;
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    kilobytes += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}
