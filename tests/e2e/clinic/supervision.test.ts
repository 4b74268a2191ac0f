// A note that needs a supervisor, from signature to approval, and what is added to it, by keyboard alone.
import type { Page } from '@playwright/test';
import { hashPassword } from '@/lib/accounts/password-hash';
import { expect, test } from '@/tests/support/browser';
import { followByKey, listenForMouse, pressByKey, tabTo, writeByKey } from '@/tests/support/keyboard';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';
import { makeStaff } from '@/tests/support/people';

const PASSWORD = 'a plain long password';
const SAID = {
  first: 'They talked for five minutes.',
  comment: 'Say who began.',
  mended: 'She began; he listened for five minutes.',
  added: 'The letter from the urologist came today.',
  reason: 'Written for another hour.',
};

const password = (page: Page) => page.getByLabel('Your password');

/** As it is read and as it fits, on a desktop and on a phone. */
async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('a supervisee signs, is asked for a change, signs again; the supervisor approves and co-signs, without a mouse', async ({
  app,
  page,
  context,
  anotherContext,
  signIn,
}) => {
  test.setTimeout(180_000);
  const at = await coupleAtHome(app.owner);
  const sue = await makeStaff(app.owner, at.practice, ['supervisor'], 'Sue Example');
  await app.owner.query('update accounts set password_hash = $1 where id = any ($2)', [
    await hashPassword(PASSWORD),
    [at.therapist.accountId, sue.accountId],
  ]);
  await app.owner.query(
    `insert into supervisions (practice_id, supervisee_id, supervisor_id, from_on, may_see, must_approve, must_co_sign)
     values ($1, $2, $3, '2020-01-01', true, true, true)`,
    [at.practice.practiceId, at.therapist.staffMemberId, sue.staffMemberId],
  );
  const { rows } = await app.owner.query<{ id: string }>(
    `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes)
     values ($1, $2, 'joint', $3, auth.now() - interval '3 hours', 50) returning id`,
    [at.practice.practiceId, at.couple.coupleId, at.therapist.staffMemberId],
  );
  const hers = await (await anotherContext()).newPage();
  const heard = [await listenForMouse(page), await listenForMouse(hers)];
  await signIn(context, at.therapist);
  await signIn(hers.context(), sue);

  const signs = async (text: string) => {
    await writeByKey(page, page.getByLabel('Data', { exact: true }), text);
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.waitForURL(/\/review$/);
    await writeByKey(page, password(page), PASSWORD);
    await pressByKey(page, 'Sign the note');
    await page.waitForURL(/\/notes\/[0-9a-f-]+$/);
    await expect(page.getByText('Awaiting approval').first()).toBeVisible();
  };

  await test.step('the supervisee writes and signs', async () => {
    await page.goto(`/couples/${at.couple.coupleId}/sessions/${rows[0]!.id}`, { waitUntil: 'networkidle' });
    await pressByKey(page, 'Start note');
    await page.waitForURL(/\/notes\//);
    await page.waitForLoadState('networkidle');
    await signs(SAID.first);
    await looksRight(page);
  });

  await test.step('the supervisor finds it in the queue and returns it with a comment', async () => {
    await hers.goto('/supervision', { waitUntil: 'networkidle' });
    await looksRight(hers);
    await followByKey(hers, /^Approve: /);
    await hers.waitForURL(/\/supervision\/./);
    await expect(hers.getByText(SAID.first)).toBeVisible();
    await looksRight(hers);
    await writeByKey(hers, hers.getByLabel('What should be changed'), SAID.comment);
    await pressByKey(hers, 'Return for changes');
    await hers.waitForURL(/\/supervision$/);
    await expect(hers.getByText('Returned for changes')).toBeVisible();
  });

  await test.step('the author finds it on Today, reads why, mends it and signs again', async () => {
    await page.goto('/today', { waitUntil: 'networkidle' });
    await followByKey(page, /^Change: /);
    await page.waitForURL(/\/notes\//);
    await expect(page.getByText(SAID.comment)).toBeVisible();
    await page.waitForLoadState('networkidle');
    await looksRight(page);
    await signs(SAID.mended);
  });

  await test.step('the supervisor approves and co-signs with the password', async () => {
    await hers.goto('/supervision', { waitUntil: 'networkidle' });
    await followByKey(hers, /^Approve: /);
    await hers.waitForURL(/\/supervision\/./);
    await expect(hers.getByText(SAID.mended)).toBeVisible();
    await writeByKey(hers, password(hers), PASSWORD);
    await pressByKey(hers, 'Approve and co-sign');
    await expect(hers.getByText(/^Approved by/)).toBeVisible();
    await expect(hers.getByText(/^Co-signed as supervisor by/)).toBeVisible();
    await expect(password(hers)).toHaveCount(0);
    await looksRight(hers);
  });

  await test.step('the author adds to it, and then says that it was entered in error', async () => {
    await page.reload({ waitUntil: 'networkidle' });
    await expect(page.getByText('Co-signed', { exact: true })).toBeVisible();
    await writeByKey(page, page.getByLabel('What to add'), SAID.added);
    await pressByKey(page, 'Add to the note');
    await expect(page.locator('li', { hasText: SAID.added })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await tabTo(page, page.locator('summary', { hasText: 'Entered in error' }));
    await page.keyboard.press('Enter');
    await writeByKey(page, page.getByLabel('Reason'), SAID.reason);
    await writeByKey(page, password(page), PASSWORD);
    await pressByKey(page, 'Mark as entered in error');
    await expect(page.getByText(/what it says does not stand/)).toBeVisible();
    await expect(page.getByText(SAID.mended)).toBeHidden();
    await expect(page.locator('li', { hasText: SAID.reason })).toBeVisible();
    await tabTo(page, page.locator('summary', { hasText: 'Show the note as it was signed' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(SAID.mended)).toBeVisible();
    await looksRight(page);
  });

  await test.step('the comments stand on no print, and no mouse was used', async () => {
    await page.goto(`${page.url()}/print`);
    await expect(page.getByText(SAID.added)).toBeVisible();
    expect(await page.content()).not.toContain(SAID.comment);
    expect(heard.flat()).toEqual([]);
  });
});

test('each role finds what it may: the supervisor no couple, the admin no note, the scheduler no queue', async ({
  app,
  device,
}) => {
  const at = await coupleAtHome(app.owner);
  const status = async (role: 'supervisor' | 'practiceAdmin' | 'scheduler', paths: string[]) => {
    const own = await device(await makeStaff(app.owner, at.practice, [role]));
    return Promise.all(paths.map(async (path) => (await own.get(path)).status));
  };
  const couple = `/couples/${at.couple.coupleId}`;
  const closed = [couple, `${couple}/sessions`, `${couple}/check-ins`, '/caseload', '/today'];
  expect(await status('supervisor', ['/supervision', '/library', '/people', ...closed])).toEqual([
    200, 200, 404, 404, 404, 404, 404, 404,
  ]);
  expect(await status('practiceAdmin', ['/supervision', '/people', ...closed])).toEqual([
    404, 200, 404, 404, 404, 404, 404,
  ]);
  expect(await status('scheduler', ['/supervision', '/people'])).toEqual([404, 404]);
  const therapist = await device(at.therapist);
  expect((await therapist.get('/supervision')).status).toBe(404);
});
