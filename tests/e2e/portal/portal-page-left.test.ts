// What a partner's page does when it is left: hidden, brought back from memory, idle, not connected, closed; and the timer that outlives it.
import type { Page } from '@playwright/test';
import { fill, press } from '@/tests/support/acts/forms';
import { signInAsPartner } from '@/tests/support/acts/partner';
import { expect, test, withAndWithoutScript } from '@/tests/support/browser';
import type { TestApp } from '@/tests/support/app';
import { coupleAtHome } from '@/tests/support/partner-day';
import type { PartnerInTest } from '@/tests/support/people';
import { hashPassword } from '@/lib/accounts/password-hash';

const PASSWORD = 'quiet river stone';

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
    await hide(page, true);
    await expect(page.getByRole('heading').first()).toBeHidden();
    await hide(page, false);
    await expect(page.getByRole('heading').first()).toBeVisible();
  });

  test.describe('of a stay that ended', () => {
    test.use({ expectedErrors: [/401 \(Unauthorized\)/] });

    test('that was hidden for longer than the idle time stays blank until the server has said whose it is', async ({
      app,
      page,
      context,
      signIn,
    }) => {
      const at = await coupleAtHome(app.owner);
      await signIn(context, at.first);
      await page.clock.install();
      await page.goto('/home', { waitUntil: 'networkidle' });
      await hide(page, true);
      await page.clock.setSystemTime(Date.now() + 20 * 60_000);
      await app.owner.query(
        `update sign_ins set last_seen_at = auth.now() - interval '20 minutes' where partner_id = $1`,
        [at.first.partnerId],
      );
      let wasSeen = false;
      await page.exposeFunction('seen', () => (wasSeen = true));
      await page.evaluate(() => {
        new MutationObserver(() => {
          if (!document.documentElement.hasAttribute('data-curtain')) (window as unknown as { seen(): void }).seen();
        }).observe(document.documentElement, { attributes: true });
      });
      await hide(page, false);
      await page.waitForURL('**/sign-in');
      expect(wasSeen, 'the page was seen again before the server answered').toBe(false);
    });
  });

  test('on a phone it is blank as soon as it loses the focus, before the app switcher has its picture', async ({
    app,
    anotherContext,
    signIn,
  }) => {
    const context = await anotherContext({ hasTouch: true, isMobile: true });
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.first);
    const page = await context.newPage();
    await page.goto('/home', { waitUntil: 'networkidle' });
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await expect(page.getByRole('heading').first()).toBeHidden();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
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

test('rule 7: after an idle sign-out a text comes back only after the password, and only when its owner says so', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  await givePassword(app, at.first);
  await signIn(context, at.first);
  await page.clock.install();
  await page.goto('/write/private', { waitUntil: 'networkidle' });
  await page.locator('textarea').fill('I would like to go slower.');
  await app.owner.query(`update sign_ins set last_seen_at = auth.now() - interval '16 minutes' where partner_id = $1`, [
    at.first.partnerId,
  ]);
  await page.clock.fastForward('15:10');
  await page.waitForURL('**/sign-in');
  await page.goto('/write/private');
  await expect(page, 'without the password').toHaveURL(/\/sign-in$/);
  await signInAsPartner(page, { name: 'Ada Example', email: at.first.email, password: PASSWORD });
  await page.goto('/write/private');
  await expect(page.locator('textarea')).toHaveCount(0);
  expect(await page.content()).not.toContain('slower');
  await press(page, 'Go on with it');
  await expect(page.locator('textarea')).toHaveValue('I would like to go slower.');
});

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/Failed to load resource|ERR_INTERNET_DISCONNECTED/] });

  test('the page says so, keeps its text through a press of Send and a tap on a link, and goes on when it is back', async ({
    app,
    page,
    context,
    signIn,
  }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.first);
    await page.goto('/write/private', { waitUntil: 'networkidle' });
    await context.setOffline(true);
    const banner = page.locator('.not-connected');
    await expect(banner).toHaveText('Not connected. Keep this page open; your text is here.');
    await page.locator('textarea').fill('Still here.');
    await press(page, 'Send');
    await expect(page.getByRole('alert').filter({ hasText: 'Not connected.' })).toBeVisible();
    await page.getByRole('link', { name: 'Support' }).click();
    await expect(page).toHaveURL(/\/write\/private$/);
    await expect(page.locator('textarea')).toHaveValue('Still here.');
    await context.setOffline(false);
    await expect(banner).toBeEmpty();
    await press(page, 'Send');
    await page.waitForURL('**/saved');
  });
});

test.describe('after Close', () => {
  test.use({ expectedErrors: [/a request to weather\.example/] });

  withAndWithoutScript('one can sign in again right away', async ({ app, page, context, signIn }) => {
    const at = await coupleAtHome(app.owner);
    await givePassword(app, at.first);
    await signIn(context, at.first);
    await context.route('https://weather.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: 'Sunny.' }),
    );
    await page.goto('/home');
    // The sign-in stands in another tab when the answer to Close ends its cookies.
    const tab = await context.newPage();
    await tab.goto('/sign-in');
    await press(page, 'Close');
    await page.waitForURL('https://weather.example/**');
    await expect.poll(() => context.cookies(app.origin)).toEqual([]);
    await fill(tab, { 'E-mail or user name': at.first.email, Password: PASSWORD });
    await press(tab, 'Sign in');
    await tab.waitForURL('**/home');
    await page.goto(`${app.origin}/home`);
    await expect(page, 'and stays signed in').toHaveURL(/\/home$/);
  });
});

test.describe('the silent timer', () => {
  test('counts down without a sign-in and without the server, and goes on where it was when it is loaded again', async ({
    page,
    context,
  }) => {
    await page.clock.install();
    await page.goto('/timer');
    await page.getByRole('link', { name: '20 minutes' }).click();
    await expect(page.getByRole('timer')).toHaveText('20 minutes left');
    await page.clock.fastForward('05:00');
    await expect(page.getByRole('timer')).toHaveText('15 minutes left');
    await page.reload();
    await expect(page.getByRole('timer')).toHaveText('15 minutes left');
    await context.setOffline(true);
    await page.clock.fastForward('15:01');
    await expect(page.getByText('The time is over.')).toBeVisible();
    await context.setOffline(false);
    await expect(page).toHaveTitle('Today');
    expect(new URL(page.url()).search).toBe('');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('says when it ends by the clock at home, also after the sign-in has lapsed, and leads on by itself', async ({
      app,
      page,
      context,
      signIn,
    }) => {
      const at = await coupleAtHome(app.owner);
      await signIn(context, at.first);
      await app.owner.query(
        `update sign_ins set last_seen_at = auth.now() - interval '16 minutes' where partner_id = $1`,
        [at.first.partnerId],
      );
      await page.goto('/timer/20');
      await expect(page.getByText(/20 minutes, until 20:2\d\./)).toBeVisible();
      expect(await page.content()).toContain('content="1200;url=/timer/over"');
      await page.goto('/timer/over');
      await expect(page.getByRole('heading', { name: 'The time is over.' })).toBeVisible();
    });
  });
});

/** People.ts gives nobody a password; here it is what a draft waits for. */
async function givePassword({ owner }: TestApp, { accountId }: PartnerInTest): Promise<void> {
  await owner.query('update accounts set password_hash = $2 where id = $1', [accountId, await hashPassword(PASSWORD)]);
}

const hide = (page: Page, isHidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
