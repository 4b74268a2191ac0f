// A partner's own settings, on a phone, and what the care team does with what was asked there.
import { fill, follow, press, words } from '@/tests/support/acts/forms';
import { onSaved } from '@/tests/support/acts/partner';
import { expect, test, withAndWithoutScript } from '@/tests/support/browser';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';
import { makeSignIn } from '@/tests/support/people';
import { hashPassword } from '@/lib/accounts/password-hash';
import { bytesOf, differenceOf } from '@/tests/support/page-bytes';

test.use({ viewport: { width: 320, height: 700 } });

const BEFORE = 'green harbor evening';
const AFTER = 'eleven quiet boats go by';
const PAGES = ['/home', '/me', '/shared', '/appointments', '/support'];

withAndWithoutScript(
  'a partner sets what is theirs, asks for what they want, and the care team finds it; the other finds nothing',
  async ({ app, page, context, signIn, anotherContext, device, javaScriptEnabled }) => {
    test.setTimeout(120_000);
    const at = await coupleAtHome(app.owner);
    const { first, second, therapist } = at;
    await app.owner.query('update accounts set password_hash = $1 where id = $2', [
      await hashPassword(BEFORE),
      first.accountId,
    ]);
    const elsewhere = await makeSignIn(
      app.owner,
      first.accountId,
      at.practice,
      { partnerId: first.partnerId },
      'Samsung Internet on Android',
    );
    const other = await device(second);
    const seen = async () =>
      new Map(await Promise.all(PAGES.map(async (at) => [at, bytesOf((await other.get(at)).html)] as const)));
    const before = await seen();
    await signIn(context, first);

    await test.step('finds Settings from every page, under the neutral title', async () => {
      await page.goto('/home');
      await follow(page, 'Settings');
      await page.waitForURL('**/me');
      await expect(page).toHaveTitle('Today');
      if (javaScriptEnabled) {
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
    });

    await test.step('says how to be reached, which is not shown again', async () => {
      await fill(page, { 'In your own words': 'Call me at work, CANARY' });
      await press(page, 'Send');
      await onSaved(page);
      await page.goto('/me');
      expect(await page.content()).not.toContain('CANARY');
    });

    await test.step('asks for their data, and for the exact list', async () => {
      for (const button of ['Ask for my data', 'Ask for the exact list']) {
        await page.goto('/me');
        await press(page, button);
        await onSaved(page);
      }
    });

    await test.step('hides appointments alone', async () => {
      await page.goto('/me');
      await page.getByLabel(/^Hide them under Appointments/).check();
      await press(page, 'Save');
      await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
      await page.goto('/me');
      await expect(page.getByLabel(/^Hide them under Appointments/)).toBeChecked();
    });

    await test.step('sees the other device by its kind and signs it out', async () => {
      expect(await words(page)).toContain('Samsung Internet on Android');
      await press(page, 'Sign it out');
      await expect(page.getByText('No other device is signed in.')).toBeVisible();
      expect((await (await device({ token: elsewhere })).get('/home')).location).toContain('/sign-in');
    });

    await test.step('changes the password after the present one', async () => {
      const typed = { 'New password': AFTER, 'New password again': AFTER };
      await fill(page, { ...typed, 'Present password': 'not the one at all' });
      await press(page, 'Change the password');
      await expect(page.locator('.form__summary')).toContainText('Your password was not changed.');
      if (javaScriptEnabled) await expectAccessible(page);
      await fill(page, { ...typed, 'Present password': BEFORE });
      await press(page, 'Change the password');
      await expect(page.getByText('Changed. Every other device is signed out.')).toBeVisible();
    });

    const clinic = await anotherContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: true });
    await signIn(clinic, therapist);
    const tess = await clinic.newPage();

    await test.step('the care team finds it on Today and takes the words over', async () => {
      await tess.goto('/today');
      for (const line of [
        'A.E. says how to be reached',
        'A.E. asks for their data',
        'A.E. asks who opened their record',
      ])
        await expect(tess.getByText(line, { exact: true })).toBeVisible();
      await tess.getByRole('link', { name: /says how to be reached/ }).click();
      await tess.waitForURL('**/people');
      await expect(tess.getByText('Call me at work, CANARY')).toBeVisible();
      await expectAccessible(tess);
      await press(tess, 'Use these words');
      await expect(tess.getByText(/^In their own words, /)).toBeVisible();
      for (let left = 2; left > 0; left -= 1) {
        await expect(tess.getByRole('button', { name: 'It was answered' })).toHaveCount(left);
        await press(tess, 'It was answered');
      }
      await expect(tess.getByRole('heading', { name: 'Asked for' })).toHaveCount(0);
    });

    await test.step('nothing of it is shown to the partner again, and nothing at all to the other', async () => {
      for (const path of PAGES) {
        await page.goto(path);
        expect(await page.content(), path).not.toContain('CANARY');
      }
      const after = await seen();
      for (const [path, bytes] of before) expect(differenceOf(bytes, after.get(path)!), path).toBeNull();
    });
  },
);

test('a device that is new is said once, between the sign-in and Today', async ({ app, page }) => {
  const at = await coupleAtHome(app.owner);
  await app.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(BEFORE),
    at.first.accountId,
  ]);
  const membership = { partnerId: at.first.partnerId };
  await makeSignIn(app.owner, at.first.accountId, at.practice, membership, 'Samsung Internet on Android');
  const enter = async () => {
    await page.goto('/sign-in');
    await fill(page, { 'E-mail or user name': at.first.email, Password: BEFORE });
    await press(page, 'Sign in');
  };
  await enter();
  await page.waitForURL('**/me/new');
  expect(await words(page)).toContain('Samsung Internet on Android');
  await expect(page).toHaveTitle('Today');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await follow(page, 'That was me');
  await page.waitForURL('**/home');
  await page.context().clearCookies();
  await enter();
  await page.waitForURL('**/home');
});
