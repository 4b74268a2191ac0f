// Every page there is, on a desk and on a phone, in light and dark: readable for everyone and reached by the keyboard.
import { devices } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expect } from '@/tests/support/browser';
import { walkByTab } from '@/tests/support/keyboard';
import { expectAccessible, expectNoSidewaysScroll, expectRoomForLargeAndLong } from '@/tests/support/page-checks';
import { signInCookie } from '@/tests/support/sign-in';
import { test, type PageOf, type WholeProduct } from '@/tests/support/whole-product';

const PHONE = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } };
const CLINIC = /^\/(today|caseload|schedule|library|supervision|process-notes)/;
const ADMIN = /^\/(people|settings|access-log)/;
/** A couple's pages are half of the clinic, so they are two walks. */
const RECORD = /^\/couples\/\[coupleId\]\/(notes|sessions|measures|goals|process-notes|people)/;
const AREAS: { area: string; isPartners?: true; isIn: (route: string) => boolean }[] = [
  { area: 'the clinic', isIn: (route: string) => CLINIC.test(route) },
  { area: 'a couple’s plan', isIn: (route: string) => route.startsWith('/couples') && !RECORD.test(route) },
  { area: 'a couple’s record', isIn: (route: string) => RECORD.test(route) },
  { area: 'the admin’s pages', isIn: (route: string) => ADMIN.test(route) },
  {
    area: 'the partner’s side and the way in',
    isPartners: true,
    isIn: (route: string) => !CLINIC.test(route) && !ADMIN.test(route) && !route.startsWith('/couples'),
  },
];

// Each of these walks is long: they share out among the workers.
test.describe.configure({ mode: 'parallel' });
test.use({ baseURL: async ({ whole }, provide) => provide(whole.app.origin) });

const firstOfEach = (pages: PageOf[]) =>
  pages.filter(({ route }, at) => pages.findIndex((one) => one.route === route) === at);

/** Opens the pages one after the other, as whoever may; collects what is wrong with each instead of stopping at the first. */
async function onEach(
  whole: WholeProduct,
  pages: PageOf[],
  page: Page,
  check: (page: Page, at: PageOf) => Promise<void>,
): Promise<void> {
  const wrong: string[] = [];
  let before: string | null | undefined;
  for (const at of pages) {
    if (at.as.token !== before) {
      await page.context().clearCookies();
      if (at.as.token)
        await page.context().addCookies([await signInCookie(at.as.token, whole.app.keys.authSecret, whole.app.origin)]);
      before = at.as.token;
    }
    await at.arrive?.();
    await page.goto(at.path);
    try {
      expect(new URL(page.url()).pathname, `where ${at.as.who} comes to`).toBe(at.path.split('?')[0]);
      await check(page, at);
    } catch (error) {
      wrong.push(`${at.path}, as ${at.as.who}: ${(error as Error).message}`);
    }
  }
  expect(wrong.join('\n\n'), 'what is wrong with these pages').toBe('');
}

for (const { area, isIn, isPartners } of AREAS) {
  test(`${area}: no violation, and no sideways scroll, on a desk`, async ({ whole, page }) => {
    test.setTimeout(240_000);
    const pages = whole.pages.filter(({ route }) => isIn(route));
    await onEach(whole, pages, page, async (shown) => {
      await expectAccessible(shown);
      await expectNoSidewaysScroll(shown);
    });
  });

  test(`${area}: no violation, and no sideways scroll, on a phone`, async ({ whole, anotherContext }) => {
    test.setTimeout(240_000);
    const page = await (await anotherContext({ ...PHONE, baseURL: whole.app.origin })).newPage();
    const pages = firstOfEach(whole.pages.filter(({ route }) => isIn(route)));
    await onEach(whole, pages, page, async (shown) => {
      await expectAccessible(shown);
      await shown.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(shown);
      await shown.setViewportSize(PHONE.viewport);
      await expectRoomForLargeAndLong(shown, isPartners ? 320 : 390);
      await shown.setViewportSize(PHONE.viewport);
    });
  });

  test(`${area}: Tab reaches everything and shows where it is`, async ({ whole, page }) => {
    test.setTimeout(240_000);
    const pages = firstOfEach(whole.pages.filter(({ route }) => isIn(route)));
    await onEach(whole, pages, page, async (shown) =>
      expect(await walkByTab(shown)).toEqual({ missed: [], unseen: [] }),
    );
  });
}

test('the form of the first run: no violation, no sideways scroll, and the keyboard', async ({ emptyApp, page }) => {
  await page.goto(await emptyApp.setUpLink());
  await expectAccessible(page);
  expect(await walkByTab(page)).toEqual({ missed: [], unseen: [] });
  await page.setViewportSize({ width: 320, height: 640 });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
