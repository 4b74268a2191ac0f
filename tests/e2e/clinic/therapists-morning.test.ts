// A therapist's morning on Today, without a mouse: what is new, a request to be contacted, to-dos, and what the partner is told.
import { devices } from '@playwright/test';
import { field } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { tabTo, walkByTab } from '@/tests/support/keyboard';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { makeCouple, makePractice, makeSignIn, makeStaff } from '@/tests/support/people';

const IS_THERE = 'Your therapist has your message.';

test('a request is answered the safe way, a to-do is added, done and undone, and that partner is told once', async ({
  app,
  page,
  context,
  signIn,
  anotherContext,
}) => {
  const practice = await makePractice(app.owner);
  const therapist = await makeStaff(app.owner, practice);
  const couple = await makeCouple(app.owner, practice, therapist);
  await app.owner.query(
    `update partners set phone = '555 0101', contact_instruction = 'Text only, weekdays before noon' where id = $1`,
    [couple.first.partnerId],
  );
  const raise = `insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values ($1, $2, $3, $4, 'checkIn', $5)`;
  const about = [practice.practiceId, couple.coupleId];
  await app.owner.query(raise, [...about, couple.first.partnerId, 'talk', 'contactMe']);
  await app.owner.query(raise, [...about, couple.second.partnerId, 'urgent', 'freeToStop']);
  await signIn(context, therapist);

  await page.goto('/today');
  await expect(page.getByRole('heading', { name: 'Reach today (1)' })).toBeVisible();
  await expect(page.getByText('555 0101')).toBeHidden();
  await tabTo(page, page.getByText('How to reach A.E. safely'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Text only, weekdays before noon')).toBeVisible();
  await expect(page.getByText('555 0101')).toBeVisible();
  await tabTo(page, page.getByLabel('Reached', { exact: true }));
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Not reached' })).toBeChecked();
  await tabTo(page, field(page, 'Words'));
  await page.keyboard.type('Rang out twice');
  await tabTo(page, page.getByRole('button', { name: 'Note it' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Choose the day on which you try again.').first()).toBeVisible();
  await expect(field(page, 'Words')).toHaveValue('Rang out twice');
  const { rows } = await app.owner.query<{ day: string }>(
    `select ((auth.now() at time zone 'America/New_York')::date + 1)::text as day`,
  );
  await field(page, 'Try again on').fill(rows[0]!.day);
  await tabTo(page, page.getByRole('button', { name: 'Note it' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'To do (1)' })).toBeVisible();
  await expect(page.getByText('Contact A.E. again')).toBeVisible();
  await expectAccessible(page);

  await page.goto('/today');
  await tabTo(page, page.locator('summary', { hasText: 'Add a to-do' }));
  await page.keyboard.press('Enter');
  await tabTo(page, field(page, 'What is to be done'));
  await page.keyboard.type('Send the handout');
  await field(page, 'Couple').selectOption({ label: 'A.E. & B.S.' });
  await field(page, 'Couple').press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Add', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'To do (2)' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Done: Send the handout' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'To do (1)' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Undo: Send the handout' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'To do (2)' })).toBeVisible();
  await page.goto('/today');
  expect(await walkByTab(page)).toEqual({ missed: [], unseen: [] });

  await page.goto(`/couples/${couple.coupleId}/people`);
  await expect(page.getByText('Rang out twice')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: /^Entered in error: Call/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Entered in error', { exact: true })).toBeVisible();
  await expect(page.getByText('Rang out twice')).toBeHidden();
  await expectAccessible(page);

  const homeOf = async (partner: typeof couple.first) => {
    const phone = await anotherContext({ ...devices['Pixel 7'], viewport: { width: 390, height: 844 } });
    const { accountId, partnerId } = partner;
    await signIn(phone, { token: await makeSignIn(app.owner, accountId, practice, { partnerId }) });
    const home = await phone.newPage();
    await home.goto('/home');
    return home;
  };
  await expect((await homeOf(couple.second)).getByText(IS_THERE)).toHaveCount(0);
  const home = await homeOf(couple.first);
  await expect(home.getByText(IS_THERE)).toBeVisible();
  await expectAccessible(home);
  await home.reload();
  await expect(home.getByText(IS_THERE)).toHaveCount(0);

  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/today');
  await expectNoSidewaysScroll(page);
});
