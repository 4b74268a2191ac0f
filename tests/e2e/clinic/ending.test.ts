// A couple from its intake to the end of the work, and taken up again: in two tabs, with its history told.
import { choose, field, press, words } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { passTurn } from '@/tests/support/clock';
import { coupleAtHome } from '@/tests/support/partner-day';
import { makeStaff } from '@/tests/support/people';

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

test('shared work ends at a chosen turn: both then read the same line, and it can be taken back before', async ({
  app,
  page,
  context,
  anotherContext,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  await signIn(context, at.therapist);
  const couple = `/couples/${at.couple.coupleId}`;
  await page.goto(`${couple}/history`);
  await page.getByRole('link', { name: 'End shared work' }).click();
  await page.waitForURL('**/end/shared');
  await press(page, 'End shared work');
  await expect(page.getByText('Choose with whom it is agreed.').first()).toBeVisible();
  await expect(page.getByText('Secure this person’s account first, and say here that you did.').first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await choose(page, 'With whom it is agreed', /^Ada/);
  await page.getByLabel(/^I agreed with this person how to reach them safely/).check();
  await press(page, 'End shared work');
  await page.waitForURL('**/history');
  await expect(page.getByText(/^Shared work ends at the turn of .* Agreed with Ada Example\./)).toBeVisible();
  await press(page, 'Take it back');
  await expect(page.getByRole('link', { name: 'End shared work' })).toBeVisible();
  await expect(page.getByText('The end of shared work was taken back.')).toBeVisible();

  await page.goto(`${couple}/end/shared`);
  await choose(page, 'With whom it is agreed', /^Ada/);
  await page.getByLabel(/^I agreed with this person how to reach them safely/).check();
  await press(page, 'End shared work');
  await page.waitForURL('**/history');
  const line = 'Your next appointment is with you alone; your therapist will be in touch.';
  const home = async (who: { token: string }) => {
    const phone = await anotherContext();
    await signIn(phone, who);
    const tab = await phone.newPage();
    await tab.goto('/home');
    return tab;
  };
  const [ada, bo] = [await home(at.first), await home(at.second)];
  for (const tab of [ada, bo]) await expect(tab.getByText(line)).toHaveCount(0);
  await passTurn(app.owner);
  for (const tab of [ada, bo]) {
    await tab.reload();
    await expect(tab.getByText(line)).toBeVisible();
    await expectAccessible(tab);
  }
  expect(await words(ada)).toBe(await words(bo));
  await page.goto(couple);
  await expect(page.getByText(/^Shared work ended at the turn of .* Agreed with Ada Example\./)).toBeVisible();
  await expectAccessible(page);
});

test('a primary hands a couple over: the screen says what each still sees, and it can be taken back', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  await makeStaff(app.owner, at.practice, ['therapist'], 'Otto Example');
  await signIn(context, at.therapist);
  await page.goto(`/couples/${at.couple.coupleId}/history`);
  await page.getByRole('link', { name: 'Transfer' }).click();
  await page.waitForURL('**/end/transfer');
  await expect(page.getByRole('heading', { name: 'What each still sees' })).toBeVisible();
  await press(page, 'Transfer');
  await expect(page.getByText('Choose a person.').first()).toBeVisible();
  await field(page, 'New primary therapist').selectOption({ label: 'Otto Example' });
  await press(page, 'Transfer');
  await expect(page.getByText(/^Otto Example is the primary therapist from/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await press(page, 'Take it back');
  await expect(page.getByRole('button', { name: 'Transfer', exact: true })).toBeVisible();
});

test('a practice admin closes shared work when nobody can be reached, and sees no more than that', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  const admin = await makeStaff(app.owner, at.practice, ['practiceAdmin'], 'Alma Example');
  await signIn(context, admin);
  await page.goto(`/people/care-teams/${at.couple.coupleId}`);
  await press(page, 'Close shared work');
  await expect(page.getByText('Try to reach the care team first, and say here that you did.').first()).toBeVisible();
  await page.getByLabel('I tried to reach everyone in this care team').check();
  await press(page, 'Close shared work');
  await expect(page.getByText('Closed.', { exact: true })).toBeVisible();
  await expectAccessible(page);
});
