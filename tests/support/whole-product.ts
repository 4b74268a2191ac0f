// The demo practice with somebody of each kind signed in, and the address of every page there is: what is true of all pages is
// proved on this.
import { readFileSync } from 'node:fs';
import { startApp } from './app';
import type { TestApp } from './app';
import { test as base } from './browser';
import { deviceOf } from './page-bytes';
import type { Device } from './page-bytes';
import { makeSignIn } from './people';
import { signInCookie } from './sign-in';

export type Person = { who: string; token: string | null };
export type PageOf = {
  as: Person;
  path: string;
  route: string;
  /** Does again what the page follows on, where others may have undone it since. */
  arrive?: () => Promise<unknown>;
};

export interface WholeProduct {
  app: TestApp;
  people: { therapist: Person; admin: Person; partner: Person };
  /** At least one address of every page, as the person who may open it. */
  pages: PageOf[];
  device(person: Person): Promise<Device>;
}

/** Routes that answer with no page of their own: a redirect, the bench's, which is not there, and those that stand only between two others (settings.test.ts, reset.test.ts, second-step.test.ts and curtain.test.ts look at them). */
const NO_PAGE = new Set([
  '/',
  '/bare',
  '/covered',
  '/me/new',
  '/settings/account/news',
  '/sign-in/place',
  '/sign-in/step',
]);
/** Of a page that shows many couples, so many are looked at. */
const OF_EACH = 2;

export const test = base.extend<object, { whole: WholeProduct }>({
  whole: [
    async ({}, provide) => {
      const app = await startApp({ holdsDemo: true });
      await provide(await openWhole(app));
      await app.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

async function openWhole(app: TestApp): Promise<WholeProduct> {
  const person = (name: string) => signInAs(app, name);
  const [therapist, admin, supervisor, ada, hart, cleo] = (await Promise.all(
    ['Tess Example', 'Pat Placeholder', 'Sunny Makeshift', 'Ada Example', 'Hart Imaginary', 'Cleo Placeholder'].map(
      person,
    ),
  )) as [Person, Person, Person, Person, Person, Person];
  const device = async ({ token }: Person) =>
    deviceOf(app.origin, token ? await signInCookie(token, app.keys.authSecret, app.origin) : undefined);

  const nobody: Person = { who: 'nobody', token: null };
  const pages: PageOf[] = [
    '/sign-in',
    '/i/not-a-link',
    '/i/not-a-link/account',
    '/set-up/not-a-link',
    '/reset',
    '/reset/not-a-link',
    '/timer',
    '/timer/20',
    '/timer/over',
  ].map((path) => ({
    as: nobody,
    path,
    route: routeOf(path)!,
  }));
  pages.push(...(await crawl(therapist, await device(therapist), '/today')));
  pages.push(...(await crawl(admin, await device(admin), '/people')));
  pages.push(...(await crawl(supervisor, await device(supervisor), '/supervision')));
  pages.push(...(await crawl(ada, await device(ada), '/home')));
  const paused = await device(hart);
  const arrive = async () => (await paused.get('/paused')).status === 200 || paused.fill('/support', 'Pause');
  await arrive();
  pages.push({ as: hart, path: '/paused', route: '/paused', arrive }, { as: ada, path: '/saved', route: '/saved' });

  // Asked of both, on each one's own page.
  await app.owner.query(
    `insert into policy_proposals (practice_id, couple_id, policy, session_id, author_id, proposed_at)
     select s.practice_id, s.couple_id, 'strictPrivate', s.id, s.therapist_id, auth.now() - interval '2 days' from sessions s join partners p on p.couple_id = s.couple_id
      where p.name = 'Ada Example' and s.kind = 'joint' and s.cancelled_at is null and s.starts_at < auth.now() limit 1;
     delete from day_sheets where partner_id in (select id from partners where name = 'Ada Example')`,
  );
  pages.push({ as: ada, path: '/asked', route: '/asked' });

  // Pages that stand only between two others.
  const own = await device(ada);
  await own.fill('/write/shared', '', { text: 'Thank you for the walk.' });
  pages.push({ as: ada, path: '/write/shared/send', route: '/write/shared/send' });
  const asking = pages.find(({ path }) => path.endsWith('/check-in'))!.path;
  await own.fill(`${asking}/all`, '', { 'answers.comfort': '6' });
  pages.push({ as: ada, path: `${asking}/send`, route: routeOf(`${asking}/send`)! });
  const measure = pages.find(({ route }) => route === '/questions/[givenId]')!.path;
  await own.fill(`${measure}/all`, '', {});
  pages.push({ as: ada, path: `${measure}/all`, route: routeOf(`${measure}/all`)! });
  pages.push({ as: ada, path: `${measure}/send`, route: routeOf(`${measure}/send`)! });
  await app.owner.query(
    `begin; set local session_replication_role = replica;
     delete from agreements where partner_id in (select id from partners where name = 'Cleo Placeholder'); commit`,
  );
  pages.push({ as: cleo, path: '/welcome', route: '/welcome' });

  const { rows } = await app.owner.query<{ path: string }>(
    `with tess as (select id from staff_members where name = 'Tess Example'),
     mine as (select couple_id from care_team_members where staff_member_id = (select id from tess) and to_on is null),
     taking_part as (select p.couple_id, p.id from mine join couples c on c.id = mine.couple_id join partners p using (couple_id)
                      where c.status <> 'ended' and p.status <> 'deactivated'),
     drafts as (select n.* from session_notes n where n.signed_at is null and n.author_id = (select id from tess)),
     signed as (select n.* from session_notes n join mine using (couple_id) where n.signed_at is not null)
     select format('/couples/%s/notes/%s/review', couple_id, id) as path from drafts
     union all (select format('/couples/%s/notes/%s/versions', couple_id, id) from drafts limit 1)
     union all (select format('/couples/%s/notes/%s/versions/%s', n.couple_id, n.id, v.id) from note_versions v join drafts n on n.id = v.note_id limit 1)
     union all select '/settings/notes'
     union all (select format('/process-notes/%s', id) from process_notes where author_id = (select id from tess) limit 1)
     union all (select format('/couples/%s/people/new', couple_id) from partners join mine using (couple_id) join couples c on c.id = couple_id
                  where c.status <> 'ended' group by couple_id having count(*) = 1)
     union all (select format('/couples/%s/check-ins/paper?partner=%s&of=%s&unit=whole', a.couple_id, p.id, a.id) from assignments a
                  join taking_part p using (couple_id) where a.mode <> 'parts' limit 1)
     union all (select format('/couples/%s/measures/paper?of=%s&form=sixteen', g.couple_id, g.partner_id) from measures_given g join taking_part p on p.id = g.partner_id limit 1)
     union all (select format('/couples/%s/measures/%s', couple_id, id) from measure_scores join mine using (couple_id) where answers is not null limit 1)
     union all (select format('/couples/%s/people/%s/referrals/%s/letter', couple_id, partner_id, referral_id) from releases join mine using (couple_id) limit 1)
     union all (select format('/couples/%s/notes/print?of=joint', couple_id) from signed where kind = 'joint' and not needs_approval limit 1)
     union all (select format('/couples/%s/notes/print?of=joint&to=2001-01-01', couple_id) from signed limit 1)
     union all (select format('/couples/%s/people/%s/releases/%s', couple_id, partner_id, id) from record_releases join mine using (couple_id) limit 1)
     union all (select format('/couples/%s/people/%s/releases/%s/read', couple_id, partner_id, id) from record_releases join mine using (couple_id) limit 1)
     union all (select format('/couples/%s/people/%s/releases/%s/notes/%s', r.couple_id, r.partner_id, r.id, n.id)
                  from record_releases r join signed n on n.couple_id = r.couple_id and n.kind = 'joint' limit 1)
     union all (select format('/couples/%s/people/%s/releases/%s/document/%s', couple_id, partner_id, release_id, id) from disclosures join mine using (couple_id) limit 1)
     union all (select format('/couples/%s/steps/%s/terms', a.couple_id, a.id) from assignments a join partners p using (couple_id)
                 where p.name = 'Ada Example' and not exists (select from plan_events e where e.assignment_id = a.id and e.kind in ('retired', 'finished')) limit 1)
     union all (select format('/couples/%s/steps/%s/print', a.couple_id, a.id) from assignments a join mine using (couple_id) limit 1)`,
  );
  const offered = new Set(pages.map(({ path }) => path));
  pages.push(
    ...rows
      .filter(({ path }) => !offered.has(path))
      .map(({ path }) => ({ as: therapist, path, route: routeOf(path)! })),
  );
  // Offered only beside who cares for couples, and of the staff only the first few are looked at.
  const leaving = await app.owner.query<{ path: string }>(
    `select format('/people/staff/%s/hand-over', id) as path from staff_members where name = 'Tess Example'`,
  );
  pages.push(...leaving.rows.map(({ path }) => ({ as: admin, path, route: routeOf(path)! })));

  const missing = routes().filter((route) => !NO_PAGE.has(route) && !pages.some((page) => page.route === route));
  if (missing.length > 0) throw new Error(`No way was found to: ${missing.join(', ')}`);
  return { app, people: { therapist, admin, partner: ada }, pages, device };
}

async function signInAs(app: TestApp, name: string): Promise<Person> {
  const { rows } = await app.owner.query<{
    accountId: string;
    practiceId: string;
    staffMemberId?: string;
    partnerId?: string;
  }>(
    `select account_id as "accountId", practice_id as "practiceId", id as "staffMemberId", null as "partnerId" from staff_members where name = $1
     union all select account_id, practice_id, null, id from partners where name = $1`,
    [name],
  );
  const { accountId, practiceId, staffMemberId, partnerId } = rows[0]!;
  const membership = { staffMemberId: staffMemberId ?? undefined, partnerId: partnerId ?? undefined };
  return { who: name, token: await makeSignIn(app.owner, accountId, { practiceId }, membership) };
}

/** Every page that can be reached by links, a few of each kind. */
async function crawl(as: Person, device: Device, start: string): Promise<PageOf[]> {
  const found = new Map<string, string[]>();
  const seen = new Set<string>();
  const ahead = [start];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const route = routeOf(path);
    if (!route || seen.has(path) || (found.get(route)?.length ?? 0) >= OF_EACH) continue;
    seen.add(path);
    const { status, html } = await device.get(path);
    if (status !== 200) continue;
    found.set(route, [...(found.get(route) ?? []), path]);
    for (const [, href] of html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)) ahead.push(href!.replaceAll('&amp;', '&'));
  }
  return [...found].flatMap(([route, paths]) => paths.map((path) => ({ as, path, route })));
}

const isGroup = (part: string) => part.startsWith('(');

/** The routes of the build's pages. */
export function routes(): string[] {
  const manifest = JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')) as Record<string, string>;
  return Object.keys(manifest)
    .filter((key) => key.endsWith('/page') && !key.startsWith('/_'))
    .map(
      (key) =>
        `/${key
          .split('/')
          .filter((part) => part !== '' && part !== 'page' && !isGroup(part))
          .join('/')}`,
    );
}

/** The route of an address; fixed words come before words in brackets. */
function routeOf(path: string): string | undefined {
  const parts = path.split('?')[0]!.split('/').filter(Boolean);
  const fits = (route: string) => {
    const own = route.split('/').filter(Boolean);
    return own.length === parts.length && own.every((part, at) => part.startsWith('[') || part === parts[at]);
  };
  return routes()
    .filter(fits)
    .toSorted((a, b) => a.split('[').length - b.split('[').length)[0];
}
