// Back, in a browser that really keeps pages in memory: what comes back is blank until it has been asked for again, and after a
// sign-out it never comes back.
import type { BrowserContext, Page } from '@playwright/test';
import { CHROMIUM_FLAGS } from '@/bin/proof/chromium.mjs';
import { press } from '@/tests/support/acts/forms';
import { expect, test, withAndWithoutScript } from '@/tests/support/browser';
import { coupleAtHome } from '@/tests/support/partner-day';

const ELSEWHERE = 'https://weather.example/';

test.use({
  viewport: { width: 390, height: 844 },
  expectedErrors: [/a request to weather\.example/],
  launchOptions: {
    executablePath: process.env.HEARTH_CHROMIUM,
    args: CHROMIUM_FLAGS,
    // Playwright turns the memory off; people's browsers have it on.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

const elsewhere = (context: BrowserContext) =>
  context.route(`${ELSEWHERE}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Sunny.</p>' }));

/** Each time the page is shown: whether it came from memory, and what of it could be seen. */
async function watchShown(page: Page): Promise<{ path: string; isFromMemory: boolean; seen: string }[]> {
  const shown: { path: string; isFromMemory: boolean; seen: string }[] = [];
  await page.exposeFunction('shown', (one: (typeof shown)[number]) => void shown.push(one));
  await page.addInitScript(() => {
    addEventListener(
      'pageshow',
      ({ persisted }) =>
        (window as unknown as { shown(one: unknown): void }).shown({
          path: location.pathname,
          isFromMemory: persisted,
          seen: getComputedStyle(document.body).visibility === 'hidden' ? '' : document.body.innerText,
        }),
      // Before the page's own listeners: this is what the eye has first.
      { capture: true },
    );
  });
  return shown;
}

test('a page that the browser brings back from memory is blank, and asked for again', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  await elsewhere(context);
  const shown = await watchShown(page);
  await signIn(context, at.first);
  await page.goto('/home', { waitUntil: 'networkidle' });
  await page.goto(ELSEWHERE);
  const again = page.waitForRequest((request) => request.isNavigationRequest() && request.url().endsWith('/home'));
  await page.goBack({ waitUntil: 'commit' });
  await again;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => shown.filter(({ path }) => path === '/home').length).toBe(3);
  const [, fromMemory] = shown.filter(({ path }) => path === '/home');
  expect(fromMemory, 'the browser kept the page, and it was blank').toEqual({
    path: '/home',
    isFromMemory: true,
    seen: '',
  });
});

withAndWithoutScript(
  'after Close, Back shows nothing of the page that was left',
  async ({ app, page, context, signIn, javaScriptEnabled }) => {
    const at = await coupleAtHome(app.owner);
    await elsewhere(context);
    const shown = javaScriptEnabled ? await watchShown(page) : [];
    await signIn(context, at.first);
    await page.goto('/home');
    const words = await page.getByRole('heading', { level: 1 }).innerText();
    await page.goto('/support');
    await press(page, 'Close');
    await page.waitForURL(`${ELSEWHERE}**`);
    await expect.poll(() => context.cookies(app.origin)).toEqual([]);
    shown.length = 0;
    for (let steps = 0; steps < 3; steps += 1) {
      await page.goBack({ waitUntil: 'load', timeout: 5_000 }).catch(() => null);
      const seen = page.url().startsWith(app.origin) ? await page.locator('body').innerText() : '';
      expect(seen, page.url()).not.toContain(words);
      expect(seen, page.url()).not.toContain('Pause');
    }
    for (const { path, seen } of shown) expect(seen, path).not.toMatch(/Pause/);
  },
);

withAndWithoutScript(
  'after signing out in the clinic, Back shows nothing of the page that was left',
  async ({ app, page, context, signIn }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.therapist);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`/couples/${at.couple.coupleId}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A.E. & B.S.');
    await page.goto('/today');
    await press(page, 'Sign out');
    await page.waitForURL('**/sign-in');
    for (let steps = 0; steps < 3; steps += 1) {
      await page.goBack({ waitUntil: 'load', timeout: 5_000 }).catch(() => null);
      if (page.url().startsWith(app.origin)) await expect(page.locator('body')).not.toContainText('A.E.');
    }
  },
);
