// Requests and acts a second over ten connections, and what they cost the app's processor.
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import type { TestApp } from '../support/app';
import { cookieFor } from './cookie';
import { processorSeconds } from './process';
import type { ActSubject, PageSubject } from './subjects';

const CONNECTIONS = 10;
export const BOUNDARY = 'bench-boundary';
const WARM_UP = 200;
const TURN = 2;

export interface Rate {
  perSecond: number;
  p99: number;
  /** Of the app's processor, for each request: says more than the rate where others use the machine too. */
  milliseconds: number;
}

/**
 * The bare page and another in turns, two seconds each: whatever else the machine does falls on both alike.
 */
export async function rateBeside(app: TestApp, bare: PageSubject, page: PageSubject, seconds: number) {
  const asked = await Promise.all([bare, page].map((subject) => requestsOf(app, subject)));
  for (const requests of asked) await load(app, { url: app.origin, requests, amount: WARM_UP });
  const rates: [Rate[], Rate[]] = [[], []];
  for (let spent = 0; spent < seconds; spent += TURN)
    for (const [place, requests] of asked.entries())
      rates[place as 0 | 1].push(await load(app, { url: app.origin, requests, duration: TURN }));
  return { bare: mean(rates[0]), page: mean(rates[1]) };
}

const requestsOf = (app: TestApp, { visits }: PageSubject): Promise<autocannon.Request[]> =>
  Promise.all(visits.map(async ({ path, token }) => ({ method: 'GET', path, headers: await cookieFor(app, token) })));

function mean(rates: Rate[]): Rate {
  const of = (figure: keyof Rate) => rates.reduce((sum, rate) => sum + rate[figure], 0) / rates.length;
  return {
    perSecond: of('perSecond'),
    milliseconds: of('milliseconds'),
    p99: Math.max(...rates.map(({ p99 }) => p99)),
  };
}

/** Submits the page's own form as a browser without JavaScript would, once for each of the subject's submits, with a fresh key. */
export async function rateAct(app: TestApp, act: ActSubject): Promise<Rate> {
  const form = await formOf(app, act);
  const submits = await Promise.all(
    act.submits.map(async ({ path, token, fields }) => ({
      path,
      body: multipart({ ...form, ...fields, key: randomUUID() }),
      headers: {
        ...(await cookieFor(app, token)),
        origin: app.origin,
        'sec-fetch-site': 'same-origin',
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      },
    })),
  );
  let next = 0;
  const requests: autocannon.Request[] = [
    { method: 'POST', setupRequest: (request) => ({ ...request, ...submits[next++ % submits.length] }) },
  ];
  await load(app, { url: app.origin, requests, amount: WARM_UP });
  const before = await count(app, act.effects);
  const amount = submits.length - next - CONNECTIONS;
  const rate = await load(app, { url: app.origin, requests, amount });
  const effects = (await count(app, act.effects)) - before;
  if (effects !== amount) throw new Error(`${amount} were sent and ${effects} took effect.`);
  return rate;
}

async function load(app: TestApp, options: autocannon.Options): Promise<Rate> {
  const before = await processorSeconds(app.pid);
  const result = await autocannon({ connections: CONNECTIONS, ...options });
  const seconds = (await processorSeconds(app.pid)) - before;
  const refused = result['4xx'] + result['5xx'];
  const unanswered = result.errors + result.timeouts;
  if (refused + unanswered > 0) throw new Error(`${refused} requests were refused and ${unanswered} not answered.`);
  const answered = result.requests.total;
  return { perSecond: answered / result.duration, p99: result.latency.p99, milliseconds: (seconds / answered) * 1000 };
}

async function count(app: TestApp, table: string): Promise<number> {
  const { rows } = await app.owner.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(rows[0]!.count);
}

export function multipart(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

/** The hidden fields of the form, which name the server action. */
export async function formOf(
  app: TestApp,
  { submits, form: wanted }: Pick<ActSubject, 'submits' | 'form'>,
): Promise<Record<string, string>> {
  const { path, token } = submits.at(-1)!;
  const html = await (await fetch(app.origin + path, { headers: await cookieFor(app, token) })).text();
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => wanted.test(text));
  if (!form) throw new Error(`${path} has no form that matches ${wanted}.`);
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
