// Setting a requirement aside without a mouse: the reason is asked for, kept where staff find it, and no partner gets a word of it.
import type { Page } from '@playwright/test';
import { expect, test } from '@/tests/support/browser';
import { coupleAtHome } from '@/tests/support/partner-day';

const REASON = 'They did the earlier steps elsewhere.';

/** Tab until what has the focus is what is looked for. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((sought) => document.activeElement?.matches(sought), selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

test('a therapist assigns a step whose requirement is not met, with a written reason, by keyboard alone', async ({
  app,
  page,
  context,
  signIn,
  device,
}) => {
  const at = await coupleAtHome(app.owner);
  const { coupleId, first } = at.couple;
  const { rows } = await app.owner.query<{ id: string }>(
    `select s.id from steps s join couples c on c.practice_id = s.practice_id where c.id = $1 and s.code = 'S17'`,
    [coupleId],
  );
  await signIn(context, at.therapist);
  await page.goto(`/couples/${coupleId}/assign`, { waitUntil: 'networkidle' });
  await tabTo(page, `a[href$="step=${rows[0]!.id}"]`);
  await page.keyboard.press('Enter');
  await page.waitForURL(/step=/);
  await page.waitForLoadState('networkidle');

  await tabTo(page, '.assign__send button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('to be done first');
  await tabTo(page, '[name=waiver]');
  await page.keyboard.type(REASON);
  await tabTo(page, '.assign__send button');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#step-/);

  const card = page.locator(`[id="step-${page.url().split('#step-')[1]}"]`);
  await expect(card.getByText('Requirement waived')).toBeVisible();
  await expect(card.getByText(REASON)).toHaveCount(0);
  await tabTo(page, `[id="${await card.getAttribute('id')}"] summary`);
  await page.keyboard.press('Enter');
  await expect(card.getByText(REASON).first()).toBeVisible();

  const { html } = await (await device(first)).get('/home');
  expect(html).not.toContain(REASON);
  expect(html).not.toMatch(/waive/i);
});
