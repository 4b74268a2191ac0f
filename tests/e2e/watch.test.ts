// The watch every browser test stands under sees what it must see, and what it sees fails a test.
import { expect, test } from '@/tests/support/browser';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';

test.beforeEach(({ page }) => page.goto('/sign-in'));

test.describe('what the watch sees', () => {
  test.use({ expectedErrors: [/./] });

  test('an error in the console', async ({ page, errors }) => {
    await page.evaluate(() => console.error('planted'));
    await expect.poll(() => errors).toEqual(['/sign-in: planted']);
  });

  test('an error nobody caught', async ({ page, errors }) => {
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted');
      });
    });
    await expect.poll(() => errors).toEqual(['/sign-in: planted']);
  });

  test('a style the content policy refuses', async ({ page, errors }) => {
    await page.evaluate(() =>
      document.body.append(document.createRange().createContextualFragment('<p style="color:red">')),
    );
    await expect.poll(() => errors.join()).toContain('Content Security Policy');
  });

  test('a request to another host', async ({ page, errors }) => {
    await page.goto('http://elsewhere.example/').catch(() => undefined);
    await expect.poll(() => errors).toContain('a request to elsewhere.example');
  });

  test('an error on another device', async ({ anotherContext, errors }) => {
    const page = await (await anotherContext()).newPage();
    await page.goto('/sign-in');
    await page.evaluate(() => console.error('planted'));
    await expect.poll(() => errors).toEqual(['/sign-in: planted']);
  });
});

test('what the watch sees fails the test', async ({ errors }) => {
  test.fail();
  errors.push('planted');
});

test('words too faint to read are found, in light and in dark', async ({ page }) => {
  // What is added before React has taken the page over, it takes away again.
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    const faint = document.createElement('p');
    faint.textContent = 'planted';
    faint.style.setProperty('color', '#777');
    faint.style.setProperty('background', '#888');
    document.querySelector('main')?.append(faint);
  });
  await expect(expectAccessible(page)).rejects.toThrow(/light: color-contrast[\s\S]*dark: color-contrast/);
});

test('a page wider than its window is found', async ({ page }) => {
  await page.evaluate(() => {
    const wide = document.createElement('p');
    wide.textContent = 'planted';
    wide.style.setProperty('min-inline-size', '200vw');
    document.body.append(wide);
  });
  await expect(expectNoSidewaysScroll(page)).rejects.toThrow(/width of \/sign-in/);
});
