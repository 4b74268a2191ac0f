// What every page of Hearth has to be: readable for everyone in light and dark, and never wider than its window.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What may differ in the other theme: all else was looked at in the first. */
const OF_COLOR = ['color-contrast', 'link-in-text-block'];

/** Colors fade from theme to theme: waits until they have arrived. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });

/** No violation of WCAG 2.2 AA in either theme. */
export async function expectAccessible(page: Page): Promise<void> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    const look = () => {
      // In the page itself: the other mode opens a second one each time, for frames of other origins, and no page here has any.
      const axe = new AxeBuilder({ page }).setLegacyMode();
      return (colorScheme === 'light' ? axe.withTags(STANDARD) : axe.withRules(OF_COLOR)).analyze();
    };
    let { violations } = await look();
    if (violations.length > 0) {
      // A page caught while it was still changing is looked at again; what is really wrong is wrong twice.
      await page.waitForLoadState('networkidle');
      await settled(page);
      ({ violations } = await look());
    }
    for (const { id, help, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${colorScheme}: ${id} (${help}) at ${target.join(' ')}: ${failureSummary?.split('\n').join(' ')}`);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  expect(found, `accessibility of ${new URL(page.url()).pathname}`).toEqual([]);
}

/** Nothing reaches past the right edge, so that no one has to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { width, window } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(width, `width of ${new URL(page.url()).pathname}`).toBeLessThanOrEqual(window);
}

/**
 * Nobody has to scroll sideways with text of twice its size, nor where every longer word has become as long as German makes them and the
 * window is this wide.
 */
export async function expectRoomForLargeAndLong(page: Page, width: number): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await expectNoSidewaysScroll(page);
  await page.evaluate(() => {
    document.documentElement.style.removeProperty('font-size');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (/^(SCRIPT|STYLE|NOSCRIPT|TEXTAREA)$/.test(text.parentElement?.tagName ?? '')) continue;
      text.textContent = (text.textContent ?? '').replace(/\p{L}{7,}/u, 'Donaudampfschifffahrtsgesellschaftskapitän');
    }
  });
  await page.setViewportSize({ width, height: 640 });
  await expectNoSidewaysScroll(page);
}
