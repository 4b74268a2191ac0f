// A couple from its intake to the end of the work, and taken up again: in two tabs, with its history told.
import { field, press } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';

test('an intake written in two tabs shows both texts, and keeps what was chosen', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  await signIn(context, at.therapist);
  const tab = `/couples/${at.couple.coupleId}/intake`;
  await page.goto(tab);
  await page.getByRole('link', { name: /^Change the intake of Ada/ }).click();
  await page.waitForURL(`**/intake/${at.couple.first.partnerId}`);
  const second = await context.newPage();
  await second.goto(page.url(), { waitUntil: 'networkidle' });

  await field(page, 'Medicines').fill('One a day');
  await press(page, 'Save');
  await page.waitForURL(`**${tab}`);
  await expect(page.getByText('One a day')).toBeVisible();

  await field(second, 'Medicines').fill('Two a day');
  await press(second, 'Save');
  await expect(second.getByText('Saved in the meantime: One a day').first()).toBeVisible();
  await expect(field(second, 'Medicines')).toHaveValue('Two a day');
  await expectAccessible(second);
  await second.getByLabel('Put mine in place of what was saved in the meantime').check();
  await press(second, 'Save');
  await second.waitForURL(`**${tab}`);
  await expect(second.getByText('Two a day')).toBeVisible();
});

test('work ends with a reason and a summary, the plan stays as it is, and reopening brings it back', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  await signIn(context, at.therapist);
  const couple = `/couples/${at.couple.coupleId}`;
  await page.goto(`${couple}/history`);
  await expect(page.getByText('The couple was made here.')).toBeVisible();
  await page.getByRole('link', { name: 'End the work' }).click();
  await page.waitForURL('**/end');
  await press(page, 'End the work');
  await expect(page.getByText('Choose a reason.').first()).toBeVisible();
  await page.getByLabel('They have what they came for').check();
  await field(page, 'Closing summary').fill('Came for closeness, and found a way of their own.');
  await press(page, 'End the work');
  await page.waitForURL('**/history');
  await expect(page.getByRole('heading', { name: /^Work ended on/ })).toBeVisible();
  await expect(page.getByText('Came for closeness, and found a way of their own.')).toBeVisible();
  await expect(page.getByText('Work was ended.')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.goto('/caseload?state=ended');
  await expect(page.locator(`a[href^="${couple}"]`).first()).toBeVisible();
  await page.goto(couple);
  await expect(page.getByText(/^Work with this couple has ended/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hold', exact: true })).toHaveCount(0);

  await page.goto(`${couple}/history`);
  await press(page, 'Reopen');
  await expect(page.getByText('Work was taken up again.')).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Work had ended on/ })).toBeVisible();
});
