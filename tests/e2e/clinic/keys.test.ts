// The clinic without a mouse: from the caseload to an assigned step, the sheets, the switch, and a screen that others may see.
import type { Page } from '@playwright/test';
import { expect, test } from '@/tests/support/browser';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';

const sheet = (page: Page, name: string) => page.getByRole('dialog', { name });

test('mouse untouched, from the caseload to an assigned step', async ({ app, page, context, signIn }) => {
  const at = await coupleAtHome(app.owner);
  await signIn(context, at.therapist);
  await page.goto('/today', { waitUntil: 'networkidle' });
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/\/caseload$/);
  await expect(page.getByRole('heading', { name: 'Caseload' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('jg');
  await expect(page.getByRole('searchbox'), 'letters belong to whoever types').toHaveValue('jg');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Backspace');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('j');
  await expect(page.getByRole('row').getByRole('link', { name: 'A.E. & B.S.' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/couples/${at.couple.coupleId}$`));
  await expect(page.getByRole('link', { name: 'Assign', exact: true })).toBeVisible();
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: 'Hold' })).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: 'Assign a step' })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Assign “/ })).toBeVisible();
  await page.getByLabel('A line to both').focus();
  await page.keyboard.type('As we said.');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#step-/);
});

test('the sheets name what there is, and single keys can be turned off', async ({ app, page, context, signIn }) => {
  const at = await coupleAtHome(app.owner);
  await signIn(context, at.therapist);
  await page.goto('/caseload', { waitUntil: 'networkidle' });
  await page.keyboard.press('Shift+?');
  const help = sheet(page, 'Keys');
  await expect(help.getByText('Caseload')).toBeVisible();
  await expect(help.getByText('People'), 'an area this therapist has not').toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);

  await page.keyboard.press('Control+k');
  const palette = sheet(page, 'Command palette');
  const input = palette.getByRole('combobox');
  await expect(input).toBeFocused();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.type('aebs');
  await expect(palette.getByRole('option', { name: 'A.E. & B.S.' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/couples/${at.couple.coupleId}$`));
  await expect(palette).toHaveCount(0);

  await page.goto('/settings/keys', { waitUntil: 'networkidle' });
  await page.getByLabel('Off', { exact: true }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Single keys are off')).toBeVisible();
  await page.goto('/settings/keys', { waitUntil: 'networkidle' });
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.keyboard.press('Shift+?');
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(palette).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(help).toHaveCount(0);
  expect(new URL(page.url()).pathname).toBe('/settings/keys');
});

test('while names are shielded, no partner’s name is on any page', async ({ app, page, context, signIn }) => {
  const at = await coupleAtHome(app.owner);
  const { coupleId, first } = at.couple;
  await app.owner.query(
    `insert into plan_events (practice_id, couple_id, partner_id, kind, at) values ($1, $2, $3, 'paused', auth.now() - interval '2 days')`,
    [at.practice.practiceId, coupleId, first.partnerId],
  );
  await signIn(context, at.therapist);
  await page.goto(`/couples/${coupleId}`, { waitUntil: 'networkidle' });
  await expect(page.getByText('Ada Example paused.')).toBeVisible();
  await page.keyboard.press('Control+Shift+h');
  await expect(page.getByText('Names are shielded')).toBeVisible();
  await expect(page.getByText('A.E. paused.')).toBeVisible();
  for (const path of [
    '/today',
    '/caseload',
    ...[
      '',
      '/check-ins',
      '/sessions',
      '/sessions/new',
      '/people',
      `/people/${first.partnerId}`,
      '/assign',
      '/room',
    ].map((end) => `/couples/${coupleId}${end}`),
    `/couples/${coupleId}/people/${first.partnerId}/meeting`,
  ]) {
    const bytes = await (await page.request.get(path)).text();
    expect(bytes, path).toContain('Names are shielded');
    expect(bytes, path).not.toMatch(/Ada Example|Bo Sample/);
  }
  await page.getByRole('button', { name: 'Show names' }).first().click();
  await expect(page.getByText('Ada Example paused.')).toBeVisible();
});

test('during a joint session the plan opens as both may see it', async ({ app, page, context, signIn }) => {
  const at = await coupleAtHome(app.owner);
  const { coupleId } = at.couple;
  await app.owner.query(
    `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes) values ($1, $2, 'joint', $3, auth.now() - interval '5 minutes', 50)`,
    [at.practice.practiceId, coupleId, at.therapist.staffMemberId],
  );
  await signIn(context, at.therapist);
  await page.goto(`/couples/${coupleId}`, { waitUntil: 'networkidle' });
  await expect(page).toHaveURL(new RegExp(`/couples/${coupleId}/room$`));
  await expectAccessible(page);
  await page.keyboard.press('a');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('listen');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=/);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await expect(page.locator('.step-list a').first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Prepare' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('A line to both').focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Prepared/)).toBeVisible();
  await page.getByRole('link', { name: 'Show everything' }).click();
  await expect(page.getByRole('heading', { name: 'A.E. & B.S.' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Room view' })).toBeVisible();
});
