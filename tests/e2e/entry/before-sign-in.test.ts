import { expect, test, withAndWithoutScript } from '@/tests/support/browser';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';

const PAGES = [
  '/sign-in',
  '/i/not-an-invitation',
  '/i/not-an-invitation/account',
  '/set-up/not-a-link',
  '/reset',
  '/reset/not-a-link',
];

for (const path of PAGES)
  test(`${path} is readable for everyone, in light and dark`, { tag: '@anywhere' }, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

test.describe('an address that leads nowhere', () => {
  test.use({ expectedErrors: [/status of 404/] });

  test('answers not found, in words', { tag: '@anywhere' }, async ({ page }) => {
    const answer = await page.goto('/nowhere');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading')).toBeVisible();
    await expectAccessible(page);
  });

  test('the page the bench measures against is one of them', async ({ page }) => {
    const answer = await page.goto('/bare');
    expect(answer?.status()).toBe(404);
  });
});

withAndWithoutScript('a wrong password gets a sentence, and the e-mail typed is kept', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel(/e-mail/i).fill('nobody@example.test');
  await page.getByLabel(/password/i).fill('not the password of anyone');
  await page.getByRole('button', { name: /sign in/i }).click();
  await expect(page.getByLabel(/e-mail/i)).toHaveValue('nobody@example.test');
  await expect(page.getByText(/don’t fit together/)).toBeVisible();
});
