// Rule 15 on the screen: a therapist refers one partner, who signs on a phone without JavaScript; the letter is printed, and Today asks what came of it.
import { hashPassword } from '@/lib/accounts/password-hash';
import { field, follow, press, words } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { passTurn } from '@/tests/support/clock';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';
import { makeSignIn } from '@/tests/support/people';

const PASSWORD = 'a plain long password';
const TELLS = 'I ask you to see Ada Example about pain after an operation.';

test.setTimeout(120_000);

test('rule 15: a referral goes round: made, signed by one partner alone, printed, and closed from Today', async ({
  app,
  page,
  context,
  anotherContext,
  signIn,
}) => {
  const at = await coupleAtHome(app.owner);
  await app.owner.query(`update practices set letter_name = 'Office at Elm Street' where id = $1`, [
    at.practice.practiceId,
  ]);
  await app.owner.query('update accounts set password_hash = $1 where id = any ($2)', [
    await hashPassword(PASSWORD),
    [at.first.accountId, at.second.accountId],
  ]);
  const phone = async (who: { token: string }) => {
    const opened = await anotherContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    await signIn(opened, who);
    return opened.newPage();
  };
  /** The same sign-in with a script, which the look for violations needs. */
  const lookAt = async (who: { token: string }) => {
    const opened = await anotherContext({ viewport: { width: 320, height: 640 } });
    await signIn(opened, who);
    const tab = await opened.newPage();
    await tab.goto('/papers');
    await expectAccessible(tab);
    await opened.close();
  };
  const ada = await phone(at.first);
  const bo = await phone(at.second);
  await signIn(context, at.therapist);

  await test.step('the therapist makes it, and asks for the release', async () => {
    await page.goto(`/couples/${at.couple.coupleId}/people`);
    await follow(page, 'Make a referral for Ada Example');
    await page.waitForURL('**/referrals/new');
    await press(page, 'Make the referral');
    await expect(page.getByText('Choose a kind of professional.').first()).toBeVisible();
    await expectAccessible(page);
    await field(page, 'Kind of professional').selectOption('Urologist');
    await field(page, 'To whom').fill('Dr. Nobody Sample');
    await field(page, 'Address').fill('9 Invented Road\nExampleton');
    await field(page, 'Why').fill('Pain since the spring.');
    await field(page, 'Look again by').fill(
      (
        await app.owner.query<{ day: string }>(
          `select ((auth.now() at time zone 'America/New_York')::date + 1)::text as day`,
        )
      ).rows[0]!.day,
    );
    await press(page, 'Make the referral');
    await page.waitForURL(/\/referrals\/[0-9a-f-]{36}$/);
    await expect(page).toHaveTitle(/^Referral/);
    await field(page, 'What will be told').fill(`${TELLS} Bo worries too.`);
    await press(page, 'Ask for the release');
    await expect(page.getByText(/^Leave out “Bo”/).first()).toBeVisible();
    await expect(field(page, 'What will be told')).toHaveValue(`${TELLS} Bo worries too.`);
    await field(page, 'What will be told').fill(TELLS);
    await press(page, 'Ask for the release');
    await expect(page.getByText('Waits for their answer')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print the letter' })).toHaveCount(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  const before = await (async () => {
    await bo.goto('/papers');
    return words(bo);
  })();

  await test.step('Ada reads every word behind the password, without JavaScript, and signs', async () => {
    await ada.goto('/support');
    await follow(ada, 'Papers');
    await ada.waitForURL('**/papers');
    expect(await words(ada)).toBe(before);
    await lookAt(at.first);
    await ada.getByLabel('Your password').fill('not the password');
    await press(ada, 'Open');
    await expect(ada.getByText('This is not your password. Please write it again.').first()).toBeVisible();
    await ada.getByLabel('Your password').fill(PASSWORD);
    await press(ada, 'Open');
    await expect(ada.getByRole('heading', { name: 'May this be told?' })).toBeVisible();
    const read = await words(ada);
    for (const said of ['Dr. Nobody Sample', '9 Invented Road', 'Office at Elm Street', TELLS, 'Ada Example'])
      expect(read).toContain(said);
    expect(read).not.toContain('Pain since the spring');
    await expect(ada).toHaveTitle('Today');
    await expectNoSidewaysScroll(ada);
    await lookAt(at.first);
    await press(ada, 'Sign');
    await expect(ada.getByRole('heading', { name: 'You have signed' })).toBeVisible();
    await lookAt(at.first);
    await press(ada, 'Put away');
    await expect(ada.getByLabel('Your password')).toBeVisible();
    expect(await words(ada)).toBe(before);
  });

  await test.step('Bo finds the same page, and nothing in it', async () => {
    await bo.goto('/papers');
    expect(await words(bo)).toBe(before);
    await bo.getByLabel('Your password').fill(PASSWORD);
    await press(bo, 'Open');
    await expect(bo.getByText('Nothing to sign at the moment.')).toBeVisible();
    await lookAt(at.second);
  });

  await test.step('the letter says what was signed, of one person, and prints on one sheet', async () => {
    await page.reload();
    await press(page, 'Print the letter');
    await page.waitForURL('**/letter');
    const letter = await page.getByRole('article', { name: 'Letter' }).innerText();
    for (const said of ['Office at Elm Street', 'Dr. Nobody Sample', 'About: Ada Example', TELLS, 'Tess Example'])
      expect(letter).toContain(said);
    expect(letter).not.toMatch(/\bBo\b|Sample Sample|couple|partner|Hearth|therap|LMFT|Example Practice/i);
    await expectAccessible(page);
    await page.emulateMedia({ media: 'print' });
    const onPaper = await page.locator('body').innerText();
    expect(onPaper.replaceAll(/\s+/g, ' ').trim()).toBe(letter.replaceAll(/\s+/g, ' ').trim());
    await page.emulateMedia({ media: null });
  });

  await test.step('on its day it stands on Today, until what came of it is recorded', async () => {
    await passTurn(app.owner);
    at.therapist.token = await makeSignIn(app.owner, at.therapist.accountId, at.practice, at.therapist);
    await signIn(context, at.therapist);
    await page.goto('/today');
    await expect(page.getByText('Referral for A.E. is due')).toBeVisible();
    await expectAccessible(page);
    await follow(page, /^Open: Referral for A\.E\. is due/);
    await page.waitForURL(/\/referrals\/[0-9a-f-]{36}$/);
    await page.getByLabel(/^Seen/).check();
    await field(page, 'In your words').fill('Nothing speaks against it.');
    await press(page, 'Record what came of it');
    await expect(page.getByText(/^Seen, recorded on/)).toBeVisible();
    await expectAccessible(page);
    await page.goto('/today');
    await expect(page.getByText('Referral for A.E. is due')).toHaveCount(0);
  });

  await test.step('Ada withdraws, and there is no letter any more', async () => {
    at.first.token = await makeSignIn(app.owner, at.first.accountId, at.practice, at.first);
    const again = await phone(at.first);
    await again.goto('/papers');
    await again.getByLabel('Your password').fill(PASSWORD);
    await press(again, 'Open');
    await press(again, 'Withdraw');
    await expect(again.getByText('Nothing to sign at the moment.')).toBeVisible();
    await page.goBack();
    await page.goto(`/couples/${at.couple.coupleId}/people`);
    await page.getByText('Closed (1)').click();
    await follow(page, 'Urologist');
    await expect(page.getByText(/so nothing more may be told/)).toBeVisible();
    await page.goto(`${page.url()}/letter`);
    await expect(page.getByText(/^There is no letter/)).toBeVisible();
  });
});
