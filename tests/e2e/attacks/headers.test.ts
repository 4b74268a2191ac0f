// What every route says to browsers and caches, from the built manifest; and two people behind one shared cache, who never get each other's page.
import { readFileSync } from 'node:fs';
import { expect } from '@/tests/support/browser';
import { startApp } from '@/tests/support/app';
import { startSharedCache } from '@/tests/support/attacks/shared-cache';
import { volume } from '@/tests/support/volume';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ask, type Answered, type Headers } from './raw';
import { cookieOf, getAs, plain, test } from './strangers';

const EVERYWHERE: [string, RegExp][] = [
  ['cache-control', /^no-store$|(^|, )no-store(,|$)/],
  ['x-content-type-options', /^nosniff$/],
  ['referrer-policy', /^same-origin$/],
  ['x-frame-options', /^DENY$/],
  ['x-robots-tag', /^noindex, nofollow$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['permissions-policy', /camera=\(\).*geolocation=\(\).*microphone=\(\)/],
  [
    'content-security-policy',
    /^default-src 'none'; script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic'; style-src 'self' 'nonce-[0-9a-f]{32}';(?!.*unsafe-eval)(?!.*script-src[^;]*unsafe).*form-action 'self'; base-uri 'none'; frame-ancestors 'none'/,
  ],
];
const NOWHERE = [
  'x-powered-by',
  'server',
  'etag',
  'last-modified',
  'expires',
  'age',
  'x-nextjs-cache',
  'access-control-allow-origin',
];

function faultsOf({ headers, text, status }: Answered): string[] {
  const faults = EVERYWHERE.flatMap(([name, wanted]) =>
    wanted.test(String(headers[name] ?? '')) ? [] : [`${name} is ${String(headers[name])}`],
  );
  faults.push(...NOWHERE.filter((name) => headers[name] !== undefined).map((name) => `${name} is said`));
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
  const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].filter(([, own]) => !own!.includes(`nonce="${nonce}"`));
  if (scripts.length > 0) faults.push(`${scripts.length} scripts are without the nonce`);
  if (/\son\w+="|href="javascript:|<base\b|<iframe\b|<object\b/i.test(text)) faults.push('a handler or a frame in it');
  if (/https?:\/\/(?!localhost)[^"' <]*\.(js|css|png|woff2?)\b/.test(text)) faults.push('something of another host');
  if (status >= 500) faults.push(`it answers ${status}`);
  return faults;
}

test('every page says to browsers and caches what it must, with a nonce of its own', async ({
  attacked: { whole },
}) => {
  test.setTimeout(120_000);
  const wrong: string[] = [];
  const nonces = new Set<string>();
  const pages = [...new Map(whole.pages.map((page) => [page.route, page])).values()];
  for (const page of pages)
    for (const as of [page.as, { token: null }]) {
      const answer = await getAs(whole, as, page.path);
      const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? '';
      if (nonces.has(nonce)) wrong.push(`${page.route} has the nonce of another`);
      nonces.add(nonce);
      wrong.push(...faultsOf(answer).map((fault) => `${page.route}: ${fault}`));
    }
  for (const path of ['/nowhere', '/couples/nowhere', '/home/nowhere', '/api', '/api/nowhere'])
    wrong.push(...faultsOf(await getAs(whole, whole.people.therapist, path)).map((fault) => `${path}: ${fault}`));
  expect(wrong.join('\n')).toBe('');
  for (const path of ['/%00', '/couples/%ff', '/library/%', '/i/%c3']) {
    const answer = await getAs(whole, whole.people.therapist, path);
    expect([answer.status, answer.text], path).toEqual([400, 'This address can’t be read.\n']);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  }
});

const apiRoutes = () =>
  Object.keys(JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')) as Record<string, string>)
    .filter((key) => key.endsWith('/route') && key.includes('/api/'))
    .map((key) => key.replace(/\/route$/, '').replace('[...nextauth]', 'session'));

test('every other route says the same, whoever asks and however', async ({ attacked: { whole, strangers } }) => {
  const wrong: string[] = [];
  const routes = apiRoutes();
  expect(routes.length).toBeGreaterThan(9);
  const who = [whole.people.partner, whole.people.admin, strangers[0]!, { who: 'nobody', token: null }];
  for (const route of [
    ...routes,
    '/api/auth/csrf',
    '/api/auth/providers',
    '/api/auth/signin',
    '/api/auth/callback/credentials',
  ])
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
      for (const as of who) {
        // What ends a sign-in is left for its own tests.
        if (method === 'POST' && /leave|sign-out/.test(route)) continue;
        const sent: Headers = {
          ...(await cookieOf(whole, as)),
          origin: whole.app.origin,
          'content-type': 'application/json',
        };
        const body = method === 'POST' ? '{"words":"","subject":1}' : undefined;
        const answer = await ask(whole.app.origin, route, { method, headers: sent, body });
        wrong.push(...faultsOf(answer).map((fault) => `${method} ${route} as ${as.who}: ${fault}`));
        if (/"(user|csrfToken|providers|expires)"/.test(answer.text)) wrong.push(`${route} tells about a sign-in`);
      }
  expect(wrong.join('\n')).toBe('');
});

test('over https each answer insists on it, and each cookie is of this host alone', async () => {
  const app = await startApp({ settings: { APP_ORIGIN: 'https://hearth.example' } });
  const { port } = new URL(app.origin);
  try {
    for (const path of ['/', '/sign-in', '/today', '/home', '/nowhere', '/api/health/live', '/i/x', '/reset']) {
      const { headers } = await ask(`http://127.0.0.1:${port}`, path, { headers: { host: 'hearth.example' } });
      expect(headers['strict-transport-security'], path).toBe('max-age=63072000; includeSubDomains');
      expect(String(headers['content-security-policy']), path).toContain('upgrade-insecure-requests');
      for (const cookie of headers['set-cookie'] ?? []) {
        expect(cookie).toMatch(/^__Host-/);
        expect(cookie.toLowerCase()).toMatch(/; path=\/(;|$)/);
        expect(cookie.toLowerCase()).toMatch(/; secure/);
        expect(cookie.toLowerCase()).toMatch(/; httponly/);
        expect(cookie.toLowerCase()).not.toMatch(/domain=/);
      }
    }
  } finally {
    await app.stop();
  }
});

test('people behind one shared cache each get their own page, and none of another', async ({
  attacked: { whole, strangers },
}) => {
  test.setTimeout(600_000);
  const cache = await startSharedCache(whole.app.origin);
  const wrong: string[] = [];
  const { partner, therapist, admin } = whole.people;
  const people = [partner, strangers[0]!, strangers[1]!, therapist, admin, { who: 'nobody', token: null }];
  const paths = [
    '/',
    '/home',
    '/today',
    '/me',
    '/shared',
    '/write',
    '/papers',
    '/caseload',
    '/people',
    '/settings',
    '/sign-in',
  ];
  paths.push(...whole.pages.filter(({ as }) => as === partner || as === therapist).map(({ path }) => path));
  paths.push('/api/reminders', '/api/auth/session', '/api/health/ready');
  const direct = new Map<string, string>();
  try {
    for (let nth = 0; nth < volume({ everyday: 240, deep: 10_000 }); nth += 1) {
      const path = paths[Math.floor(nth / people.length) % paths.length]!;
      const person = people[nth % people.length]!;
      const odd: Headers[] = [
        {},
        { range: 'bytes=0-2000' },
        { rsc: '1' },
        { 'cache-control': 'max-stale' },
        { 'accept-language': 'de' },
      ];
      const headers = { ...(await cookieOf(whole, person)), ...odd[nth % 7] };
      const through = await ask(cache.origin, path, { headers });
      const key = `${person.who} ${path} ${JSON.stringify(odd[nth % 7])}`;
      const isSame = () => direct.get(key)!.startsWith(told(through));
      if (!direct.has(key)) direct.set(key, told(await ask(whole.app.origin, path, { headers })));
      // A page that counts what was opened has moved on; asked for again it is the same again.
      if (!isSame()) direct.set(key, told(await ask(whole.app.origin, path, { headers })));
      if (!isSame()) wrong.push(`${path} for ${person.who} is not what it is without the cache`);
    }
  } finally {
    await cache.stop();
  }
  expect(cache.counts).toEqual({ hits: 0, kept: 0 });
  expect(wrong.join('\n')).toBe('');
});

/** What a person would read or be sent to, without what is drawn for each answer; a cut range as far as it surely goes. */
const told = (answer: Answered) =>
  plain({
    ...answer,
    status: answer.status === 206 ? 200 : answer.status,
    headers: { location: answer.headers.location },
    text: answer.status === 206 ? answer.text.slice(0, 300) : answer.text,
  }).replace(/<script[\s\S]*?(<\/script>|$)/g, '');

test('the cache of these tests does mix people up where it may', async () => {
  const careless = http.createServer((request, answer) => {
    if (request.url === '/varied') answer.setHeader('vary', 'cookie');
    if (request.url === '/private') answer.setHeader('cache-control', 'private, max-age=60');
    if (request.url === '/unstored') answer.setHeader('cache-control', 'no-store');
    answer.end(`for ${request.headers.cookie}`);
  });
  await new Promise<void>((resolve) => careless.listen(0, '127.0.0.1', resolve));
  const cache = await startSharedCache(`http://127.0.0.1:${(careless.address() as AddressInfo).port}`);
  const got = async (path: string, cookie: string, range?: string) =>
    (await ask(cache.origin, path, { headers: { cookie, ...(range && { range }) } })).text;
  expect([await got('/', 'ada'), await got('/', 'bo')]).toEqual(['for ada', 'for ada']);
  expect(await got('/', 'bo', 'bytes=4-6')).toBe('ada');
  for (const path of ['/varied', '/private', '/unstored'])
    expect([await got(path, 'ada'), await got(path, 'bo')], path).toEqual(['for ada', 'for bo']);
  expect(cache.counts.hits).toBe(2);
  await cache.stop();
  careless.close();
});
