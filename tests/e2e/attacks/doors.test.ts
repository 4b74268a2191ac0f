// What a stranger's own program finds at the doors: one way in, no way past a limit, nothing of a sign-in in any answer.
import { hashPassword } from '@/lib/accounts/password-hash';
import { hashOfToken } from '@/lib/accounts/sign-in-token';
import { startApp, type TestApp } from '@/tests/support/app';
import { expect, test } from '@/tests/support/browser';
import { makePractice, makeStaff } from '@/tests/support/people';
import { signInCookie } from '@/tests/support/sign-in';
import { volume } from '@/tests/support/volume';
import { ask, type Answered, type Headers } from './raw';

const PASSWORD = 'nine copper lamps and tea';
const FORM = 'application/x-www-form-urlencoded';
const cookiesOf = ({ headers }: Answered) => headers['set-cookie'] ?? [];

async function someone({ owner }: TestApp) {
  const staff = await makeStaff(owner, await makePractice(owner));
  await owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    staff.accountId,
  ]);
  return staff;
}

/** As the form of the sign-in page does, with whatever else an attacker adds. */
async function signIn(app: TestApp, login: string, password: string, { more = {}, headers = {} as Headers } = {}) {
  const page = await ask(app.origin, '/sign-in');
  const [pair = ''] = cookiesOf(page).map((cookie) => cookie.split(';')[0]!);
  const csrfToken = decodeURIComponent(pair)
    .replace(/^form=/, '')
    .split('|')[0]!;
  return ask(app.origin, '/api/auth/callback/credentials', {
    method: 'POST',
    headers: {
      ...headers,
      origin: app.origin,
      'content-type': FORM,
      cookie: [pair, headers.cookie].filter(Boolean).join('; '),
    },
    body: new URLSearchParams({ login, password, csrfToken, ...more }).toString(),
  });
}
const signInOf = (answer: Answered) => cookiesOf(answer).find((cookie) => /^in=[^;]{20}/.test(cookie));

test('next-auth has two doors here: everything else of it is not there', async ({ app }) => {
  const staff = await makeStaff(app.owner, await makePractice(app.owner));
  const { name, value } = await signInCookie(staff.token, app.keys.authSecret, app.origin);
  const others = [
    'session',
    'csrf',
    'providers',
    'signin',
    'signin/credentials',
    'signin/email',
    'callback/email',
    'callback/google',
    'error',
    'verify-request',
    '_log',
    'signout',
    'callback/credentials',
    'callback/credentials/x',
    '',
  ];
  for (const door of others)
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      if (method === 'POST' && (door === 'signout' || door === 'callback/credentials')) continue;
      const answer = await ask(app.origin, `/api/auth/${door}`, {
        method,
        headers: { origin: app.origin, cookie: `${name}=${value}`, 'content-type': FORM },
        body: method === 'POST' ? 'json=true' : undefined,
      });
      expect([404, 405, 308], `${method} ${door}: ${answer.status}`).toContain(answer.status);
      expect(answer.text).not.toContain(staff.token);
      expect(cookiesOf(answer).filter((cookie) => cookie.startsWith('in='))).toEqual([]);
    }
});

test('a sign-in leads to our own first page, whatever address was asked for, in marked cookies, under a token of its own', async ({
  app,
}) => {
  const { email, token: before } = await someone(app);
  const held = await signInCookie(before, app.keys.authSecret, app.origin);
  for (const callbackUrl of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    `${app.origin}@evil.example`,
  ]) {
    const answer = await signIn(app, email, PASSWORD, { more: { callbackUrl, redirect: callbackUrl } });
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
    for (const cookie of cookiesOf(answer))
      expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$|; HttpOnly; SameSite=lax$/i);
  }
  const fixed = await signIn(app, email, PASSWORD, { headers: { cookie: `${held.name}=${held.value}` } });
  expect(signInOf(fixed)).toBeTruthy();
  expect(signInOf(fixed)).not.toContain(held.value);
  const { rows } = await app.owner.query(
    'select ended_at is not null as has_ended from sign_ins where token_hash = $1',
    [hashOfToken(before)],
  );
  expect(rows, 'what this browser was signed in as before').toEqual([{ has_ended: true }]);
});

test('a cookie that was kept is worth nothing after signing out, and Close empties what a browser could hold', async ({
  app,
}) => {
  const practice = await makePractice(app.owner);
  for (const [way, clears] of [
    ['/api/sign-out', false],
    ['/api/leave', true],
  ] as const)
    for (let n = 0; n < volume({ everyday: 5, deep: 500 }); n += 1) {
      const { token } = await makeStaff(app.owner, practice);
      const { name, value } = await signInCookie(token, app.keys.authSecret, app.origin);
      const cookie = `${name}=${value}`;
      const home = () => ask(app.origin, '/today', { headers: { cookie } });
      expect((await home()).status).toBe(200);
      const answer = await ask(app.origin, way, { method: 'POST', headers: { cookie, origin: app.origin } });
      expect(cookiesOf(answer).some((one) => one.startsWith('in=;'))).toBe(true);
      if (clears) expect(answer.headers['clear-site-data']).toBe('"storage"');
      expect((await home()).headers.location).toBe('/sign-in');
    }
});

test('where no proxy can stand in front, whoever claims another address each time has as many tries as anyone', async () => {
  const app = await startApp({ settings: { HOST: '0.0.0.0' } });
  try {
    const { email } = await someone(app);
    const words: (string | undefined)[] = [];
    for (let n = 0; n < 7; n += 1) {
      const claimed = `198.51.100.${n}`;
      const headers = {
        'x-forwarded-for': claimed,
        'x-real-ip': claimed,
        forwarded: `for=${claimed}`,
        'cf-connecting-ip': claimed,
      };
      const answer = await signIn(app, email, 'not the password', { headers });
      expect(signInOf(answer)).toBeUndefined();
      words.push(answer.headers.location);
    }
    expect(new Set(words)).toEqual(new Set(['/sign-in']));
    expect(
      signInOf(await signIn(app, email, PASSWORD)),
      'the sixth try and those after it were not looked at',
    ).toBeUndefined();
    await app.owner.query('delete from rate_limits');
    expect(signInOf(await signIn(app, email, PASSWORD))).toBeTruthy();
  } finally {
    await app.stop();
  }
});

test('what a page sends in the background is refused in any other shape, and never breaks anything', async ({
  app,
}) => {
  const { token } = await makeStaff(app.owner, await makePractice(app.owner));
  const { name, value } = await signInCookie(token, app.keys.authSecret, app.origin);
  const shapes = [
    '',
    'x',
    'null',
    '1',
    '"x"',
    '[]',
    '[[]]',
    '{}',
    '{"noteId":{}}',
    '{"noteId":["x"],"version":"1"}',
    '{"__proto__":{"isAdmin":true}}',
    '{"couples":{"$ne":null}}',
    `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  ];
  for (const route of [
    '/api/note-drafts',
    '/api/process-note-drafts',
    '/api/couple-labels',
    '/api/drafts',
    '/api/stay',
  ])
    for (const body of shapes) {
      const answer = await ask(app.origin, route, {
        method: 'POST',
        headers: { origin: app.origin, cookie: `${name}=${value}`, 'content-type': 'application/json' },
        body,
      });
      expect([200, 400, 401, 404, 422], `${route} with ${body.slice(0, 40)}: ${answer.status}`).toContain(
        answer.status,
      );
      expect(answer.text).not.toMatch(/at .+:\d+|select |zod|invalid_type/i);
    }
});

test('a body of more than a megabyte is refused before it is read, also by who does not say its length', async ({
  app,
}) => {
  const large = JSON.stringify({ text: 'x'.repeat(1_000_001) });
  const send = (path: string, headers: Headers) =>
    ask(app.origin, path, {
      method: 'POST',
      headers: { origin: app.origin, 'content-type': 'application/json', ...headers },
      body: large,
    });
  for (const route of ['/api/note-drafts', '/api/drafts', '/api/access-log', '/api/stay']) {
    expect((await send(route, { 'content-length': String(large.length) })).status, route).toBe(413);
    expect((await send(route, { 'transfer-encoding': 'chunked' })).status, route).toBe(413);
  }
  const atTheDoor = await send('/api/auth/callback/credentials', { 'content-length': String(large.length) });
  expect([atTheDoor.status, atTheDoor.headers.location, signInOf(atTheDoor)]).toEqual([303, '/sign-in', undefined]);
});

test('each page has a nonce of its own, and another host is never repeated in an answer', async ({ app }) => {
  const nonces = new Set<string>();
  const pages = volume({ everyday: 40, deep: 1_000 });
  for (let n = 0; n < pages; n += 1) {
    const { headers, text } = await ask(app.origin, '/sign-in', {
      headers: {
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        'x-nonce': 'AAAA',
        origin: 'https://evil.example',
      },
    });
    const policy = String(headers['content-security-policy']);
    nonces.add(/'nonce-([^']+)'/.exec(policy)![1]!);
    expect(`${JSON.stringify(headers)}${text}`).not.toMatch(/evil\.example|AAAA/);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
  expect(nonces.size).toBe(pages);
});
