// A partner's side: what closes, what stays unseen, what a device gives away.
import { randomUUID } from 'node:crypto';
import {
  agree,
  answerOneByOne,
  onSaved,
  openStep,
  shareWithPartner,
  writeToTherapist,
} from '@/tests/support/acts/partner';
import { fill, follow, press } from '@/tests/support/acts/forms';
import type { TestApp } from '@/tests/support/app';
import { expect, test, withAndWithoutScript } from '@/tests/support/browser';
import { passTurn } from '@/tests/support/clock';
import { bytesOf, differenceOf } from '@/tests/support/page-bytes';
import type { Device } from '@/tests/support/page-bytes';
import { expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome, openFor } from '@/tests/support/partner-day';
import { makeStaff } from '@/tests/support/people';

/** A step with the full check-in, so that a reflection is part of it. */
const STEP = 'S24';
const TITLE = 'Senses evening';
const NOTHING_OPEN =
  /^Nothing is open today\. Steps open and rest at different times for everyone\. There is nothing you need to do\.$/;
const ANYWHERE_ELSE = 'https://weather.example/';

test.use({ viewport: { width: 390, height: 844 } });

withAndWithoutScript(
  'a pause closes at once for oneself, at the turn for the other, and can be taken back until then',
  async ({ app, page, context, signIn, device }) => {
    const at = await coupleAtHome(app.owner);
    const unit = await openFor(app.owner, at, STEP);
    await signIn(context, at.first);
    const other = await device(at.second);
    const before = bytesOf((await other.get('/home')).html);
    const sameForTheOther = async (after: string) =>
      expect(differenceOf(before, bytesOf((await other.get('/home')).html)), after).toBeNull();

    await page.goto('/home');
    await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
    await press(page, 'Pause');
    await page.waitForURL('**/paused');
    await expect(page.getByText('You don’t have to explain.')).toBeVisible();
    await sameForTheOther('after the pause');
    await page.goto('/home');
    await expect(page.getByText(NOTHING_OPEN)).toBeVisible();
    await page.goto('/paused');
    await press(page, 'Take it back');
    await page.waitForURL('**/home');
    await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
    await sameForTheOther('after it was taken back');

    await press(page, 'Pause');
    await page.waitForURL('**/paused');
    await sameForTheOther('after a second pause');
    await passTurn(app.owner, [unit.assignmentId]);
    expect((await other.get('/home')).html).toContain('Nothing is open today.');
    await page.goto('/paused');
    await expect(page, 'typed after the turn, the address tells of no pause').toHaveURL(/\/home$/);
    await expect(page.getByText(NOTHING_OPEN)).toBeVisible();
  },
);

withAndWithoutScript(
  'a consent taken back closes at once for oneself and at the turn for the other',
  async ({ app, page, context, signIn, device }) => {
    const at = await coupleAtHome(app.owner);
    const unit = await openFor(app.owner, at, STEP);
    await signIn(context, at.first);
    const other = await device(at.second);
    const before = bytesOf((await other.get('/home')).html);
    await openStep(page, TITLE);
    await press(page, 'I do not want this after all');
    await onSaved(page);
    await page.goto('/home');
    await expect(page.getByText(TITLE)).toHaveCount(0);
    expect(differenceOf(before, bytesOf((await other.get('/home')).html))).toBeNull();
    await passTurn(app.owner, [unit.assignmentId]);
    expect((await other.get('/home')).html).toContain('Nothing is open today.');
  },
);

test.describe('Close', () => {
  test.use({ expectedErrors: [/a request to weather\.example/] });

  withAndWithoutScript(
    'signs out, clears the site’s data and goes to the neutral site',
    async ({ app, page, context, signIn, device }) => {
      const at = await coupleAtHome(app.owner);
      await signIn(context, at.first);
      const sameSignIn = await device(at.first);
      await context.route(`${ANYWHERE_ELSE}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny.' }));
      await page.goto('/home');
      await press(page, 'Close');
      await page.waitForURL(`${ANYWHERE_ELSE}**`);
      await expect.poll(async () => (await sameSignIn.get('/home')).location).toContain('/sign-in');
      await expect.poll(() => context.cookies(app.origin), 'cookies that are left').toEqual([]);
      await page.goBack().catch(() => null);
      await page.goto('/home');
      await expect(page).toHaveURL(/\/sign-in$/);
    },
  );

  test('is also Shift, three times with nothing between', async ({ app, page, context, signIn }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.first);
    await context.route(`${ANYWHERE_ELSE}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny.' }));
    await page.goto('/write/private', { waitUntil: 'networkidle' });
    await page.locator('textarea').pressSequentially('Capitals Are No Way Out');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/write\/private$/);
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
    await page.waitForURL(`${ANYWHERE_ELSE}**`);
  });
});

withAndWithoutScript('“show me” shows nothing of what was given', async ({ app, page, context, signIn, device }) => {
  const at = await coupleAtHome(app.owner);
  const unit = await openFor(app.owner, at, STEP);
  await signIn(context, at.first);
  const toTherapist = 'only for the one who listens';
  await openStep(page, TITLE);
  await follow(page, 'Check in');
  await answerOneByOne(page, {
    done: 'We stopped',
    comfort: 2,
    freeToStop: 'No',
    reflectionFor: 'My therapist and me',
    reflection: toTherapist,
    contactMe: 'Yes',
  });
  await writeToTherapist(page, toTherapist);
  const own = await device(at.first);
  const step = `/steps/${unit.assignmentId}/${unit.unit}`;
  for (const path of [
    '/home',
    '/home/later',
    '/shared',
    '/write',
    '/write/private',
    '/write/shared',
    '/support',
    '/saved',
    step,
  ]) {
    const { status, html } = await own.get(path);
    expect(status, path).toBe(200);
    expect(html.includes(toTherapist), `the words on ${path}`).toBe(false);
  }
  await page.goto(`${step}/check-in/all`);
  await expect(page.locator('input[type=radio]:checked')).toHaveCount(0);
  await expect(page.locator('textarea').first()).toHaveValue('');
});

test('a text in a check-in has no place before its reader is chosen, and without one is kept and not sent', async ({
  app,
  page,
  context,
  signIn,
  device,
}) => {
  const at = await coupleAtHome(app.owner);
  const { assignmentId } = await openFor(app.owner, at, STEP);
  await signIn(context, at.first);
  const path = `/steps/${assignmentId}/whole/check-in/all`;
  await page.goto(path);
  const text = page.locator('[data-question=reflection] textarea');
  await expect(text).toBeHidden();
  await page.locator('[data-question=reflectionFor]').getByLabel('My therapist').check();
  await expect(text).toBeVisible();
  const { html } = await (await device(at.first)).fill(path, '', { 'answers.reflection': 'To whom?' });
  expect(html).toContain('Choose who may read what you wrote. Your text is kept.');
  expect(html).toMatch(/<textarea[^>]*name="answers.reflection"[^>]*>To whom\?</);
});

test('a mailed link opens nothing by itself, and wrong, used, revoked and outlived ones look the same', async ({
  app,
  device,
  page,
}) => {
  const at = await coupleAtHome(app.owner);
  const admin = await device(await makeStaff(app.owner, at.practice, ['practiceAdmin'], 'Pat Placeholder'));
  const links = await Promise.all(['open', 'used', 'revoked', 'outlived'].map((word) => invite(app, admin, word)));
  const [open, used, revoked, outlived] = links.map(({ path }) => path) as [string, string, string, string];
  await page.goto(used);
  await fill(page, { Password: 'amber fox on a roof', 'Password again': 'amber fox on a roof' });
  await press(page, 'Continue');
  await expect(page.getByText('Your password is set.')).toBeVisible();
  await app.owner.query('update invitations set revoked_at = auth.now() where id = $1', [links[2]!.id]);
  await app.owner.query(`update invitations set expires_at = auth.now() - interval '1 second' where id = $1`, [
    links[3]!.id,
  ]);

  const anyone = await device();
  const wrong = `/i/${'x'.repeat(open.length - 3)}`;
  const seen = new Map<string, [string, string]>();
  for (const [word, path] of Object.entries({ wrong, used, revoked, outlived })) {
    const plain = ({ html }: { html: string }) => bytesOf(html).replaceAll(path.slice(3), 'TOKEN');
    const asked = plain(await anyone.get(path));
    const password = 'amber fox on a roof';
    const sent = plain(await anyone.fill(path, 'Welcome', { password, passwordAgain: password }));
    seen.set(word, [asked, sent]);
  }
  const [asked, sent] = seen.get('wrong')!;
  expect(sent).toContain('This did not work.');
  for (const [word, [a, b]] of seen) {
    expect(differenceOf(asked, a), `the page of a link that is ${word}`).toBeNull();
    expect(differenceOf(sent, b), `the answer to a link that is ${word}`).toBeNull();
  }

  const plainOpen = bytesOf((await anyone.get(open)).html).replaceAll(open.slice(3), 'TOKEN');
  expect(differenceOf(asked, plainOpen), 'the page of a link that is open').toBeNull();
  for (let scans = 0; scans < 5; scans += 1) await anyone.get(open);
  await page.goto(open);
  await fill(page, { Password: 'amber fox on a roof', 'Password again': 'amber fox on a roof' });
  await press(page, 'Continue');
  await expect(page.getByText('Your password is set.')).toBeVisible();
});

/** An invitation of somebody who will work here, as the mail brings it. */
async function invite(app: TestApp, admin: Device, name: string) {
  const email = `${name}-${randomUUID()}@staff.example`;
  await admin.fill('/people/invite', 'Invite someone', { name, email, roles: 'therapist' });
  const link = /https?:\/\/\S+/.exec((await app.mail.next(email)).text ?? '')![0];
  const { rows } = await app.owner.query<{ id: string }>('select id from invitations where email = $1', [email]);
  return { id: rows[0]!.id, path: new URL(link).pathname };
}

test('every page is whole at 320 px, with the same neutral title', async ({ app, page, context, signIn }) => {
  test.setTimeout(90_000);
  await page.setViewportSize({ width: 320, height: 640 });
  const at = await coupleAtHome(app.owner);
  const open = await openFor(app.owner, at, STEP);
  await app.owner.query(
    `begin; set local session_replication_role = replica; delete from agreements where partner_id = '${at.first.partnerId}'; commit`,
  );
  await signIn(context, at.first);
  const check = async (path = new URL(page.url()).pathname) => {
    if (new URL(page.url()).pathname !== path) await page.goto(path);
    expect(new URL(page.url()).pathname, 'the page that was asked for').toBe(path);
    await expect(page).toHaveTitle('Today');
    await expectNoSidewaysScroll(page);
    const close = page.getByRole('button', { name: 'Close' });
    const box = (await close.boundingBox())!;
    expect(Math.min(box.width, box.height), 'Close is big enough for a thumb').toBeGreaterThanOrEqual(44);
  };
  await page.goto('/home');
  await check('/welcome');
  await agree(page);
  await check('/home');
  for (const path of ['/home/later', '/write', '/write/private', '/write/shared', '/support', '/saved', '/shared'])
    await check(path);
  await shareWithPartner(page, `A word as long as a phone is wide: ${'Donaudampfschiff'.repeat(6)}`);
  await check('/shared');
  const step = `/steps/${open.assignmentId}/whole`;
  for (const path of [step, `${step}/check-in`, `${step}/check-in/all`]) await check(path);
  await page.locator('input[type=radio][value="7"]').first().check();
  await press(page, 'Continue');
  await page.waitForURL('**/send');
  await check();
  await press(page, 'Pause');
  await page.waitForURL('**/paused');
  await check();
});
