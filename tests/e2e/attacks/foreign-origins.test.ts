// No form works from another place: every action and every route, with every origin, host and forwarded host an attacker can send.
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { expect } from '@/tests/support/browser';
import { formsIn, type PlainForm } from '@/tests/support/page-bytes';
import { signInCookie } from '@/tests/support/sign-in';
import { timeLimit, volume } from '@/tests/support/volume';
import { test, type PageOf, type WholeProduct } from '@/tests/support/whole-product';
import { ask, bodyOf, type Headers } from './raw';

const EVIL = 'https://evil.example';
/** So many forms are tried with every one of these, and each of the others with the plain ones: all pass the same door. */
const FORMS_WITH_ALL = { everyday: 12, deep: 200 };
const WITH_ALL = volume(FORMS_WITH_ALL);
const sites = (own: string): { what: string; headers: Headers; isPlain?: true }[] => [
  { what: 'no origin', headers: {}, isPlain: true },
  { what: 'the origin "null"', headers: { origin: 'null' } },
  { what: 'another origin', headers: { origin: EVIL } },
  { what: 'another origin that its host agrees with', headers: { origin: EVIL, host: 'evil.example' } },
  {
    what: 'another origin that its forwarded host agrees with',
    headers: { origin: EVIL, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    isPlain: true,
  },
  { what: 'no origin but a forwarded host', headers: { 'x-forwarded-host': 'evil.example' } },
  { what: 'the own host with another port', headers: { origin: own.replace(/:\d+$/, ':1') } },
  { what: 'the own host over https', headers: { origin: own.replace('http:', 'https:') } },
  { what: 'the own origin as the beginning of another', headers: { origin: `${own}.evil.example` } },
  {
    what: 'the own origin, sent from another site',
    headers: { origin: own, 'sec-fetch-site': 'cross-site' },
    isPlain: true,
  },
  { what: 'the own origin, sent from a sibling', headers: { origin: own, 'sec-fetch-site': 'same-site' } },
  { what: 'the own origin, typed into the address bar', headers: { origin: own, 'sec-fetch-site': 'none' } },
];

const cookieOf = async ({ app }: WholeProduct, { as }: Pick<PageOf, 'as'>): Promise<Headers> => {
  if (!as.token) return {};
  const { name, value } = await signInCookie(as.token, app.keys.authSecret, app.origin);
  return { cookie: `${name}=${value}` };
};

/** From here on every row that anyone signed in writes is noted, except that something was seen. */
async function noteWrites(owner: pg.Pool): Promise<() => Promise<string[]>> {
  await owner.query(`
    create table if not exists auth.written (name text, act text);
    grant insert on auth.written to hearth_rules;
    create or replace function auth.note_written() returns trigger language plpgsql security definer set search_path = pg_catalog as
    $$ begin
      if current_setting('role') in ('hearth_actor', 'hearth_system') then insert into auth.written values (tg_table_name, tg_op); end if;
      return null;
    end $$;
    do $$ declare t text; begin
      for t in select tablename from pg_tables where schemaname = 'public'
                and tablename not in ('audit_events', 'audit_links', 'sign_ins', 'day_sheets', 'today_visits', 'rate_limits') loop
        execute format('create or replace trigger noted after insert or update or delete on public.%I for each row execute function auth.note_written()', t);
      end loop;
    end $$;
    create or replace trigger noted after insert on public.audit_events for each row when (new.act not in ('opened', 'listed', 'printed')) execute function auth.note_written()`);
  return async () => {
    const { rows } = await owner.query<{ said: string }>(
      `delete from auth.written returning name || ' ' || lower(act) as said`,
    );
    return [...new Set(rows.map(({ said }) => said))];
  };
}

/** Every form of every route. */
async function everyForm(whole: WholeProduct): Promise<{ at: PageOf; form: PlainForm }[]> {
  const found = new Map<string, { at: PageOf; form: PlainForm }>();
  for (const at of whole.pages) {
    const { text } = await ask(whole.app.origin, at.path, { headers: await cookieOf(whole, at) });
    for (const form of formsIn(text))
      found.set(`${at.route} ${form.label} ${[...form.controls.keys()].join()}`, { at, form });
  }
  return [...found.values()];
}

test('every form of every page does nothing for another origin, host or forwarded host', async ({ whole }) => {
  test.setTimeout(timeLimit(240_000, FORMS_WITH_ALL));
  const { app } = whole;
  const written = await noteWrites(app.owner);
  const forms = await everyForm(whole);
  expect(forms.length, 'forms that were found').toBeGreaterThan(40);
  await written();
  const wrong: string[] = [];
  const all = sites(app.origin);
  for (const [nth, { at, form }] of forms.entries()) {
    const { body, type } = await bodyOf(form);
    const cookie = await cookieOf(whole, at);
    for (const { what, headers } of nth < WITH_ALL ? all : all.filter((one) => one.isPlain)) {
      const answer = await ask(app.origin, at.path, {
        method: 'POST',
        headers: { ...cookie, ...headers, 'content-type': type },
        body,
      });
      const did = await written();
      // A page that answers without a word is as good as one that refuses: what counts is that nothing was done.
      const isTaken = answer.status >= 300 && answer.status < 400;
      if (isTaken || did.length > 0)
        wrong.push(
          `${at.route} “${form.label}” with ${what}: ${answer.status} ${answer.headers.location ?? ''} ${did.join(', ')}`,
        );
    }
  }
  expect(wrong.join('\n')).toBe('');
});

test('asking for any page, by whoever may see it, writes nothing but that it was seen', async ({ whole }) => {
  const written = await noteWrites(whole.app.owner);
  await written();
  const wrong: string[] = [];
  for (const at of whole.pages) {
    const headers = await cookieOf(whole, at);
    for (const method of ['GET', 'HEAD'])
      await ask(whole.app.origin, at.path, { method, headers: { ...headers, 'sec-purpose': 'prefetch' } });
    const did = await written();
    if (did.length > 0) wrong.push(`${at.route} as ${at.as.who}: ${did.join(', ')}`);
  }
  expect(wrong.join('\n')).toBe('');
});

test('what notes the writes notices a form that works', async ({ whole }) => {
  const { app } = whole;
  const written = await noteWrites(app.owner);
  await written();
  const at = whole.pages.find(({ route }) => route === '/settings')!;
  const headers = await cookieOf(whole, at);
  const form = formsIn((await ask(app.origin, at.path, { headers })).text)[0]!;
  const { body, type } = await bodyOf(form);
  await ask(app.origin, at.path, {
    method: 'POST',
    headers: { ...headers, origin: app.origin, 'sec-fetch-site': 'same-origin', 'content-type': type },
    body,
  });
  expect(await written()).not.toEqual([]);
});

const apiRoutes = (): string[] =>
  Object.keys(JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')) as Record<string, string>)
    .filter((key) => key.endsWith('/route') && key.includes('/api/'))
    .map((key) => key.replace(/\/route$/, ''));

test('every route that changes something refuses another origin, and a form’s content types past a preflight', async ({
  whole,
}) => {
  const { app, people } = whole;
  const wrong: string[] = [];
  const routes = apiRoutes().filter((route) => !/\/(health|auth)\b/.test(route));
  expect(routes.length).toBeGreaterThan(5);
  for (const route of routes)
    for (const as of Object.values(people))
      for (const { what, headers } of sites(app.origin))
        for (const type of [
          'application/json',
          'text/plain',
          'application/x-www-form-urlencoded',
          'multipart/form-data; boundary=x',
        ]) {
          const answer = await ask(app.origin, route, {
            method: 'POST',
            headers: { ...(await cookieOf(whole, { as })), ...headers, 'content-type': type },
            body: '{}',
          });
          if (answer.status !== 403 && answer.status !== 405)
            wrong.push(`${route} as ${as.who} with ${what}, ${type}: ${answer.status}`);
          if (answer.headers['access-control-allow-origin']) wrong.push(`${route} lets ${what} read its answers`);
        }
  expect(wrong.join('\n')).toBe('');
});

test('next-auth’s door signs nobody in from another origin', async ({ whole }) => {
  const { app } = whole;
  const wrong: string[] = [];
  for (const { what, headers } of sites(app.origin)) {
    const answer = await ask(app.origin, '/api/auth/callback/credentials', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        login: 'tess@practice.example',
        password: 'quiet river stone',
        csrfToken: 'x',
      }).toString(),
    });
    const cookies = (answer.headers['set-cookie'] ?? []).join();
    if (/(^|,)(__Host-)?in=[^;]{20}/.test(cookies)) wrong.push(`${what}: ${answer.status}`);
    if (String(answer.headers.location ?? '').includes('evil'))
      wrong.push(`${what} leads to ${answer.headers.location}`);
  }
  expect(wrong.join('\n')).toBe('');
});
