// What a partner's page does when it is left: hidden, brought back from memory, idle.
import { press } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { coupleAtHome } from '@/tests/support/partner-day';

test.use({ viewport: { width: 390, height: 844 } });

test.describe('a page that was left', () => {
  test('is asked for again when the browser brings it back from memory', async ({ app, page, context, signIn }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.first);
    await page.goto('/home', { waitUntil: 'networkidle' });
    const again = page.waitForRequest((request) => request.isNavigationRequest() && request.url().endsWith('/home'));
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await again;
  });

  test('is blank while its tab is hidden', async ({ app, page, context, signIn }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.first);
    await page.goto('/home', { waitUntil: 'networkidle' });
    const hide = (isHidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
        document.dispatchEvent(new Event('visibilitychange'));
      }, isHidden);
    await hide(true);
    await expect(page.getByRole('heading').first()).toBeHidden();
    await hide(false);
    await expect(page.getByRole('heading').first()).toBeVisible();
  });

  test('asks after ten minutes, and after fifteen is gone with its sign-in', async ({ app, page, context, signIn }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.first);
    await page.clock.install();
    await page.goto('/write/private', { waitUntil: 'networkidle' });
    await page.clock.fastForward('10:10');
    await press(page, 'Stay signed in');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.clock.fastForward('10:10');
    await expect(page.getByRole('dialog')).toBeVisible();
    await app.owner.query(
      `update sign_ins set last_seen_at = auth.now() - interval '16 minutes' where partner_id = $1`,
      [at.first.partnerId],
    );
    await page.clock.fastForward('06:00');
    await page.waitForURL('**/sign-in');
    await page.goto('/home');
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});
