// What a practice admin does with the people of a practice, in a browser.
import { deactivateStaff } from '@/lib/people/deactivate-staff';
import { asActor } from '@/db/access/as-actor';
import { hashPassword } from '@/lib/accounts/password-hash';
import { choose, field, fill, follow, press } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { makeAssignment, makeCouple, makePractice, makeStaff } from '@/tests/support/people';

const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a practice admin invites, lets a cover in, hands over, and stays the last admin', async ({
  app,
  context,
  page,
  signIn,
}) => {
  const practice = await makePractice(app.owner, 'UTC');
  const admin = await makeStaff(app.owner, practice, ['practiceAdmin'], 'Pat Placeholder');
  const tess = await makeStaff(app.owner, practice, ['therapist'], 'Tess Example');
  await makeStaff(app.owner, practice, ['therapist'], 'Otto Example');
  const { coupleId } = await makeCouple(app.owner, practice, tess);
  await signIn(context, admin);

  await test.step('invites a scheduler, and a therapist who supervises too', async () => {
    for (const [name, ...roles] of [
      ['Sky Sample', /^Scheduler/],
      ['Nora Example', /^Therapist/, /^Supervisor/],
    ] as const) {
      await page.goto('/people');
      await follow(page, 'Invite someone');
      await fill(page, { Name: name, 'E-mail address': `${name.slice(0, 3).toLowerCase()}@practice.example` });
      for (const role of roles) await choose(page, 'Roles', role);
      await press(page, 'Invite');
      await expect(page.getByRole('heading', { name })).toBeVisible();
    }
    await page.goto('/people?state=invited');
    await expect(page.getByRole('row', { name: /Nora Example/ })).toContainText('Supervisor, Therapist');
    await field(page, 'Search').fill('sky');
    await press(page, 'Search');
    await expect(page).toHaveURL(/q=sky/);
    await expect(page.getByRole('row', { name: /Nora Example/ })).toHaveCount(0);
    await expect(page.getByRole('row', { name: /Sky Sample/ })).toContainText('Scheduler');
  });

  await test.step('lets a cover in, with an end', async () => {
    await page.goto('/people?list=careTeams');
    await follow(page, 'A.E. & B.S.');
    await field(page, 'Person').selectOption({ label: 'Otto Example' });
    await choose(page, 'Part', /^Cover/);
    await press(page, 'Save');
    await expect(page.getByText('A cover ends by itself: choose the last day.').first()).toBeVisible();
    await expect(field(page, 'Person').locator('option:checked')).toHaveText('Otto Example');
    await field(page, 'Last day').last().fill(dayAhead(9));
    await press(page, 'Save');
    await expect(
      page.getByRole('table', { name: 'Care team' }).getByRole('row', { name: /Otto Example/ }),
    ).toContainText('Cover');
  });

  await test.step('hands over what a leaving therapist leaves', async () => {
    await page.goto(`/people/staff/${tess.staffMemberId}`);
    await follow(page, 'Hand over and deactivate');
    await expect(page.getByText('1 couple', { exact: false }).first()).toBeVisible();
    await press(page, 'Hand over and deactivate');
    await expect(page.getByText('Choose a new primary for A.E. & B.S.').first()).toBeVisible();
    await field(page, 'For all couples').selectOption({ label: 'Otto Example' });
    await press(page, 'Hand over and deactivate');
    await expect(page.getByText('Deactivated', { exact: true })).toBeVisible();
    await page.goto(`/people/care-teams/${coupleId}`);
    const now = page.getByRole('table', { name: 'Care team' });
    await expect(now.getByRole('row', { name: /Otto Example/ })).toContainText('Primary therapist');
    await expect(page.getByRole('table', { name: 'Before' }).getByRole('row', { name: /Tess Example/ })).toBeVisible();
  });

  await test.step('stays the last admin', async () => {
    await page.goto(`/people/staff/${admin.staffMemberId}`);
    await page.getByLabel(/^Practice admin/).uncheck();
    await page.getByLabel(/^Therapist/).check();
    await press(page, 'Save roles');
    await expect(page.locator('.form__summary')).toContainText('The roles were not changed.');
    await app.owner.query('update accounts set password_hash = $1 where id = $2', [
      await hashPassword('nine copper lamps and tea'),
      admin.accountId,
    ]);
    await fill(page, { 'Your password': 'nine copper lamps and tea' });
    await press(page, 'Save roles');
    await expect(page.getByText('A practice needs at least one active practice admin', { exact: false })).toBeVisible();
    await expect(asActor(admin.token, (tx) => deactivateStaff(tx, admin))).rejects.toMatchObject({ name: 'Refusal' });
  });
});

test('a practice admin reads no clinical word on any page they can open', async ({ app, device }) => {
  const practice = await makePractice(app.owner, 'UTC');
  const admin = await makeStaff(app.owner, practice, ['practiceAdmin'], 'Pat Placeholder');
  const therapist = await makeStaff(app.owner, practice);
  const couple = await makeCouple(app.owner, practice, therapist);
  const { coupleId, first } = couple;
  const about = [practice.practiceId, coupleId];
  await makeAssignment(app.owner, practice, couple, therapist, 'S06', { isImmediate: true });
  await app.owner.query(
    `insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values ($1, $2, $3, 'safety', 'checkIn', 'freeToStop')`,
    [...about, first.partnerId],
  );
  await app.owner.query(
    `insert into plan_events (practice_id, couple_id, partner_id, kind) values ($1, $2, $3, 'paused')`,
    [...about, first.partnerId],
  );
  await app.owner.query(
    `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes, place) values ($1, $2, 'joint', $3, auth.now(), 50, 'Room of the test')`,
    [...about, therapist.staffMemberId],
  );

  const browser = await device(admin);
  const ahead = ['/people'];
  const read: string[] = [];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (read.includes(path) || path.startsWith('/api/')) continue;
    const { status, html } = await browser.get(path);
    expect(status, path).toBe(200);
    expect(html, path).not.toMatch(
      /one speaks|needs a look|comfort|free to stop|paused|on hold|safety|consent|joint work|trauma|low mood|room of the test|stage \d/i,
    );
    read.push(path);
    for (const [, href] of html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)) ahead.push(href!.replaceAll('&amp;', '&'));
  }
  expect(read).toEqual(
    expect.arrayContaining([
      `/people/care-teams/${coupleId}`,
      `/people/partners/${first.partnerId}`,
      `/people/staff/${therapist.staffMemberId}`,
      '/settings',
    ]),
  );
  for (const tab of ['', '/check-ins', '/sessions', '/people', '/intake', '/history', '/assign', '/room', '/end'])
    expect((await browser.get(`/couples/${coupleId}${tab}`)).status, tab).toBe(404);
});

test('a therapist ticks couples by keyboard, holds their plans, and takes it back', async ({
  app,
  context,
  page,
  signIn,
}) => {
  const practice = await makePractice(app.owner, 'UTC');
  const tess = await makeStaff(app.owner, practice);
  for (let made = 0; made < 3; made += 1) await makeCouple(app.owner, practice, tess);
  await signIn(context, tess);
  await page.goto('/caseload');
  const boxes = page.getByRole('checkbox', { name: 'A.E. & B.S.' });
  await expect(page.getByRole('button', { name: 'Hold' })).toBeHidden();
  await boxes.nth(0).press('Space');
  await boxes.nth(2).press('Space');
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Hold' }).press('Enter');
  await expect(page.getByText('2 plans are on hold from the next turn.')).toBeVisible();
  await expect(page.getByRole('cell').getByText('On hold')).toHaveCount(2);
  await expect(boxes.nth(0)).not.toBeChecked();
  await page.getByRole('button', { name: 'Lift the hold' }).press('Enter');
  await expect(page.getByText('The hold is lifted. Nobody saw it.')).toBeVisible();
  await expect(page.getByRole('cell').getByText('On hold')).toHaveCount(0);
});
