// A whole day of a therapist with six couples, from the sign-in to the last plan that is held, without a mouse.
import type { Page } from '@playwright/test';
import { hashPassword } from '@/lib/accounts/password-hash';
import type { TestApp } from '@/tests/support/app';
import { field } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { listenForMouse, tabTo } from '@/tests/support/keyboard';
import { makeAssignment, makeCouple, makePractice, makeStaff } from '@/tests/support/people';

const PASSWORD = 'quiet river stone';
const COUPLES = [
  ['Ada Example', 'Bo Sample'],
  ['Cleo Placeholder', 'Dev Fictional'],
  ['Erin Mock', 'Finn Dummy'],
  ['Gale Invented', 'Hart Imaginary'],
  ['Indy Sampleton', 'Jo Notreal'],
  ['Kit Madeup', 'Lou Pretend'],
] as const;

/** Six couples: an answer to look at with the first, the second sits in the waiting room or not, and the third was here this morning. */
async function sixCouples({ owner }: TestApp) {
  const practice = await makePractice(owner, 'UTC');
  const therapist = await makeStaff(owner, practice);
  await owner.query('update accounts set password_hash = $2 where id = $1', [
    therapist.accountId,
    await hashPassword(PASSWORD),
  ]);
  const couples = [];
  for (const names of COUPLES) {
    const couple = await makeCouple(owner, practice, therapist, { timeZone: 'UTC' });
    const label = names.map((name) => name.replace(/(\w)\w* (\w)\w*/, '$1.$2.')).join(' & ');
    await owner.query('update couples set label = $2 where id = $1', [couple.coupleId, label]);
    for (const [at, { partnerId }] of couple.partners.entries())
      await owner.query('update partners set name = $2 where id = $1', [partnerId, names[at]]);
    await makeAssignment(owner, practice, couple, therapist, 'S06', { isImmediate: true });
    couples.push(couple);
  }
  const [first, second, third] = couples as [(typeof couples)[0], (typeof couples)[0], (typeof couples)[0]];
  await owner.query(
    `insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values ($1, $2, $3, 'safety', 'checkIn', 'freeToStop')`,
    [practice.practiceId, first.coupleId, first.first.partnerId],
  );
  const session = `insert into sessions (practice_id, couple_id, kind, partner_id, therapist_id, starts_at, minutes) values ($1, $2, $3, $4, $5, auth.now() - $6::interval, 50)`;
  const { practiceId } = practice;
  const { staffMemberId } = therapist;
  await owner.query(session, [
    practiceId,
    second.coupleId,
    'individual',
    second.first.partnerId,
    staffMemberId,
    '10 minutes',
  ]);
  await owner.query(session, [practiceId, third.coupleId, 'joint', null, staffMemberId, '2 hours']);
  return { therapist, couples };
}

test('six couples, mouse untouched', async ({ app, page }) => {
  test.slow();
  // Noon, so that what was this morning was today.
  await app.owner.query(
    `select auth.move_clock((auth.now() at time zone 'UTC')::date + interval '36 hours' - auth.now() at time zone 'UTC')`,
  );
  const { therapist, couples } = await sixCouples(app);
  const [first, , third, fourth] = couples.map(({ coupleId }) => `/couples/${coupleId}`);
  const heard = await listenForMouse(page);
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  const arrive = (path: string | RegExp) => arriveAt(page, path);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

  await test.step('signs in', async () => {
    await page.goto('/sign-in');
    await tabTo(page, field(page, 'E-mail or user name'));
    await page.keyboard.type(therapist.email);
    await keys('Tab');
    await page.keyboard.type(PASSWORD);
    await keys('Enter');
    await arrive('/today');
  });

  await test.step('reads the answer that needs a look, and settles it', async () => {
    const look = page.getByRole('listitem').filter({ hasText: 'Talk with A.E. alone' });
    await tabTo(page, look.getByText('What was answered'));
    await expect(look.getByText('Did you feel free to stop')).toBeHidden();
    await keys('Enter');
    await expect(look.getByText('Did you feel free to stop')).toBeVisible();
    await tabTo(page, look.getByRole('link', { name: /^Open/ }));
    await keys('Enter');
    await arrive(first!);
    await tabTo(page, page.locator('.flag > summary'));
    await keys('Enter');
    await tabTo(page, page.getByLabel('I talked with them, alone'));
    await keys('Space');
    await tabTo(page, button('Settle'));
    await keys('Enter');
    await expect(page.getByRole('heading', { name: 'Needs a look' })).toHaveCount(0);
  });

  await test.step('notes on Today that somebody did not come', async () => {
    await keys('g', 't');
    await arrive('/today');
    await expect(page.getByText('Talk with A.E. alone')).toHaveCount(0);
    const row = page.getByRole('listitem').filter({ hasText: 'C.P. alone' });
    await tabTo(page, row.getByText('Who came'));
    await keys('Enter');
    await tabTo(page, row.getByRole('button', { name: 'No-show' }));
    await keys('Enter');
    await expect(row.getByText('C.P. no-show')).toBeVisible();
  });

  await test.step('finds a couple in the caseload and assigns a step', async () => {
    await keys('g', 'c');
    await arrive('/caseload');
    await expect(page.getByRole('row')).toHaveCount(COUPLES.length + 1);
    await keys('/');
    await page.keyboard.type('G.I.');
    await keys('Enter');
    await arrive(/\?q=/);
    await expect(page.getByRole('row')).toHaveCount(2);
    await keys('j', 'Enter');
    await arrive(fourth!);
    await keys('a');
    await arrive(/\/assign$/);
    await keys('j', 'j', 'k', 'Enter');
    await arrive(/\?step=/);
    await tabTo(page, field(page, 'A line to both'));
    await page.keyboard.type('Take the small things first.');
    await keys('Control+Enter');
    await arrive(/#step-/);
  });

  await test.step('holds the plan', async () => {
    await keys('h');
    await expect(button('Hold')).toBeFocused();
    await keys('Enter');
    await expect(button('Lift the hold').first()).toBeVisible();
  });

  await test.step('goes to another couple by the palette, writes the note, and signs it', async () => {
    await keys('Control+k');
    await expect(page.getByRole('combobox', { name: /couple’s initials/ })).toBeFocused();
    await page.keyboard.type('emfd');
    await expect(page.getByRole('option', { name: 'E.M. & F.D.' })).toBeVisible();
    await keys('Enter');
    await arrive(third!);
    await keys('n');
    await arrive(/\/sessions$/);
    await tabTo(page, button('Start note'));
    await keys('Enter');
    await arrive(/\/notes\//);
    await tabTo(page, field(page, 'Data'));
    await page.keyboard.type('They practiced twice, and both liked it.');
    await keys('Control+s');
    await expect(page.locator('.status-line')).toHaveText(/^Saved \d/);
    await keys('Control+Enter');
    await arrive(/\/review$/);
    await expect(page.getByText('They practiced twice, and both liked it.')).toBeVisible();
    await tabTo(page, field(page, 'Your password'));
    await page.keyboard.type(PASSWORD);
    await keys('Control+Enter');
    await arrive(/\/notes\/[0-9a-f-]{36}$/);
    await expect(page.getByText(/^Signed by Tess Example/).first()).toBeVisible();
    await expect(field(page, 'Data')).toHaveCount(0);
  });

  await test.step('holds two plans from the caseload', async () => {
    await keys('g', 'c');
    await arrive('/caseload');
    await tabTo(page, page.getByRole('row').nth(1).getByRole('checkbox'));
    await keys('Space', 'j');
    await expect(page.getByRole('row').nth(2).getByRole('link'), 'a box takes no letters').toBeFocused();
    await keys('Shift+Tab', 'Space');
    await expect(page.getByText('2 selected')).toBeVisible();
    await tabTo(page, button('Hold'));
    await keys('Enter');
    await expect(page.getByText('2 plans are on hold from the next turn.')).toBeVisible();
    await expect(page.getByRole('cell').getByText('On hold')).toHaveCount(3);
  });

  await test.step('looks at the week, and at the keys', async () => {
    await keys('g', 's');
    await arrive('/schedule');
    await expect(page.getByText('C.P. alone')).toBeVisible();
    const help = page.getByRole('dialog', { name: 'Keys' });
    // Whoever presses before the page's script is there presses again.
    await expect(async () => {
      await keys('?');
      await expect(help).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await keys('Escape');
    await expect(help).toHaveCount(0);
  });

  expect(heard).toEqual([]);
  await page.mouse.click(2, 2);
  await expect.poll(() => heard, 'a mouse would have been heard').toContain('mousedown');
});

/** The page with its script, as whoever presses the next key finds it. */
async function arriveAt(page: Page, path: string | RegExp): Promise<void> {
  await page.waitForURL(typeof path === 'string' ? (url) => url.pathname === path : path);
  await page.waitForLoadState('networkidle');
}
