// A therapist's frame and own notes, by keyboard: goals that come back on their day, and a process note that loses nothing.
import type { Page } from '@playwright/test';
import { field } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { enter, unfold } from '@/tests/support/keyboard';
import { coupleAtHome } from '@/tests/support/partner-day';

const saved = (page: Page) => expect(page.locator('.status-line')).toHaveText(/^Saved \d/);

test('a goal is written, said in other words, met, and on its day looked at again from Today', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  await signIn(context, at.therapist);
  await page.goto(`/couples/${at.couple.coupleId}/goals`, { waitUntil: 'networkidle' });
  // Nothing is there yet: the form stands open.
  await field(page, 'The goal, in their words').first().focus();
  await page.keyboard.type('To hold hands again');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('To hold hands again', { exact: true }).first()).toBeVisible();

  await unfold(page, 'Change');
  const change = page.getByRole('form', { name: 'Change: To hold hands again' });
  await change.getByLabel(/^The goal/).fill('To hold hands without counting');
  await change.getByLabel(/^Look at it again on/).fill('2020-01-01');
  await change.getByLabel(/^The goal/).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Look again/)).toBeVisible();

  await page.goto('/today', { waitUntil: 'networkidle' });
  await enter(page, 'link', /^Open: Look at the goals again/);
  await expect(page).toHaveURL(/\/goals$/);
  await page.waitForLoadState('networkidle');
  await unfold(page, 'History');
  await expect(page.getByText(/Written: “To hold hands again”/)).toBeVisible();
  await unfold(page, 'Change');
  await enter(page, 'button', 'Met: To hold hands without counting');
  await unfold(page, 'Met or dropped (1)');
  await expect(page.getByText('Met', { exact: true })).toBeVisible();
  await page.goto('/today');
  await expect(page.getByText('Look at the goals again')).toHaveCount(0);
});

test('a diagnosis is given to one partner and marked as entered in error, and stays', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  await signIn(context, at.therapist);
  await page.goto(`/couples/${at.couple.coupleId}/goals`, { waitUntil: 'networkidle' });
  await page.locator('summary', { hasText: 'a diagnosis' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('ICD-10-CM').first().focus();
  await page.keyboard.type('F52.6');
  await page.keyboard.press('Control+Enter');
  const title = page.getByText(/F52\.6 Dyspareunia not due to a substance/, { exact: false });
  await expect(page.getByRole('list', { name: /^Diagnoses of/ })).toContainText('F52.6');
  await unfold(page, 'End it');
  await page.getByRole('radio', { name: /entered in error/ }).press('Space');
  await enter(page, 'button', 'Save');
  await expect(page.getByText('Entered in error', { exact: true })).toBeVisible();
  await expect(title.first()).toBeVisible();
});

test('a process note is reached by its key, saves itself, keeps both texts of two windows, and is deleted', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  await signIn(context, at.therapist);
  await page.goto(`/couples/${at.couple.coupleId}`, { waitUntil: 'networkidle' });
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/\/process-notes$/);
  await expect(page.getByText('Yours alone.')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await enter(page, 'link', 'Write a process note');
  await expect(page).toHaveURL(/\/process-notes\/new$/);
  await page.waitForLoadState('networkidle');
  await field(page, 'What you want to remember, for yourself').focus();
  await page.keyboard.type('Typed in the first window.');
  await saved(page);
  await expect(page).toHaveURL(/\/process-notes\/[0-9a-f-]{36}$/);
  const address = page.url();

  const second = await context.newPage();
  await second.goto(address, { waitUntil: 'networkidle' });
  await field(page, 'What you want to remember, for yourself').fill('The first window went on.');
  await saved(page);
  await field(second, 'What you want to remember, for yourself').fill('The second window went on.');
  await expect(second.getByText(/Both texts are kept/)).toBeVisible();
  await second.close();

  await page.goto(`/couples/${at.couple.coupleId}/process-notes`, { waitUntil: 'networkidle' });
  const list = page.getByRole('list', { name: 'Process notes' });
  await expect(list).toContainText('The first window went on.');
  await expect(list).toContainText('The second window went on.');

  // Others may see the screen: the days alone are shown.
  await page.keyboard.press('Control+Shift+H');
  await expect(list).not.toContainText('window went on');
  await page.keyboard.press('Control+Shift+H');
  await expect(list).toContainText('The first window went on.');

  await page.goto(address, { waitUntil: 'networkidle' });
  await unfold(page, 'Delete this process note');
  await page.getByRole('checkbox', { name: /can’t be brought back/ }).press('Space');
  await enter(page, 'button', 'Delete for good');
  await expect(page).toHaveURL(/\/process-notes$/);
  await expect(list.getByRole('listitem')).toHaveCount(1);
});

test.describe('a network that goes away', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('loses nothing of a process note', async ({ app, page, context, signIn }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.therapist);
    await page.goto(`/couples/${at.couple.coupleId}/process-notes/new`, { waitUntil: 'networkidle' });
    await context.setOffline(true);
    await field(page, 'What you want to remember, for yourself').fill('Typed in a tunnel.');
    await expect(page.getByText(/Not connected\. Keep this page open; your text is here\./)).toBeVisible();
    await context.setOffline(false);
    await saved(page);
    await page.reload();
    await expect(field(page, 'What you want to remember, for yourself')).toHaveValue('Typed in a tunnel.');
  });
});
