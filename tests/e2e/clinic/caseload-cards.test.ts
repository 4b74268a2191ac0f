// The caseload on a phone: its rows are cards, and what they are the browser says itself (components/caseload/table-roles.ts).
import { devices } from '@playwright/test';
import { expect } from '@/tests/support/browser';
import { signInCookie } from '@/tests/support/sign-in';
import { test } from '@/tests/support/whole-product';

const PHONE = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } };

test('on a phone every couple is a card whose parts still say what they are', async ({ whole, anotherContext }) => {
  const { token } = whole.people.therapist;
  const context = await anotherContext({ ...PHONE, baseURL: whole.app.origin });
  await context.addCookies([await signInCookie(token!, whole.app.keys.authSecret, whole.app.origin)]);
  const page = await context.newPage();
  await page.goto('/caseload');
  const body = page.locator('tbody');
  const amount = await body.locator('tr').count();
  expect(amount).toBeGreaterThan(12);
  await expect(body.locator('td[role=cell]')).toHaveCount(amount * 5);
  await expect(body.locator('th[role=rowheader] > input[type=checkbox]')).toHaveCount(amount);
  const last = body.locator('tr[role=row]').last();
  await last.getByRole('checkbox').check();
  await expect(page.getByText('1 selected')).toBeVisible();
});
