// The second step, by keyboard alone: turned on, asked for at the sign-in, replaced by a recovery code. With and without JavaScript.
import type { Page } from '@playwright/test';
import { authenticator } from '@/tests/support/acts/authenticator';
import { expect, test, withAndWithoutScript } from '@/tests/support/browser';
import { followByKey, pressByKey, writeByKey } from '@/tests/support/keyboard';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';
import { makePractice, makeStaff } from '@/tests/support/people';
import { hashPassword } from '@/lib/accounts/password-hash';

const PASSWORD = 'nine copper lamps and tea';

async function enter(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await writeByKey(page, page.getByLabel('E-mail or user name'), login);
  await writeByKey(page, page.getByLabel('Password'), password);
  await pressByKey(page, 'Sign in');
}

/** On its page; answers the app and the codes that were written down. */
async function turnOn(page: Page, looksRight: () => Promise<void>) {
  await looksRight();
  const app = authenticator(await page.locator('.qr__key').innerText());
  const password = page.getByRole('form', { name: 'Authenticator app' }).getByLabel('Your password');
  await writeByKey(page, page.getByLabel('Code from the app'), '000000');
  await writeByKey(page, password, PASSWORD);
  await pressByKey(page, 'Turn it on');
  await expect(page.locator('.form__summary')).toContainText('This code does not fit');
  await writeByKey(page, page.getByLabel('Code from the app'), app.next());
  await writeByKey(page, password, PASSWORD);
  await pressByKey(page, 'Turn it on');
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
  await looksRight();
  const codes = await page.locator('.recovery-codes code').allInnerTexts();
  await pressByKey(page, 'I have written them down');
  await page.waitForURL(({ pathname }) => !pathname.endsWith('second-step'));
  return { app, codes };
}

withAndWithoutScript(
  'staff whose practice wants it set it up first, and sign in with it from then on',
  async ({ app: hearth, page, javaScriptEnabled }) => {
    test.setTimeout(120_000);
    const practice = await makePractice(hearth.owner);
    const staff = await makeStaff(hearth.owner, practice);
    await hearth.owner.query('update practices set requires_factor = true where id = $1', [practice.practiceId]);
    await hearth.owner.query('update accounts set password_hash = $1 where id = $2', [
      await hashPassword(PASSWORD),
      staff.accountId,
    ]);
    const looksRight = async () => {
      if (!javaScriptEnabled) return;
      await expectAccessible(page);
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScroll(page);
      }
    };
    await enter(page, staff.email);
    await page.waitForURL('**/settings/account/second-step');
    for (const path of ['/today', '/caseload', '/settings/account']) {
      await page.goto(path);
      await page.waitForURL('**/settings/account/second-step');
    }
    const { app, codes } = await turnOn(page, looksRight);
    await page.goto('/settings/account/second-step');
    expect(await page.content()).not.toContain(codes[0]!);
    await looksRight();
    await page.goto('/today');
    await expect(page).toHaveTitle('Today');

    await page.context().clearCookies();
    await enter(page, staff.email);
    await page.waitForURL('**/sign-in/step');
    await looksRight();
    await writeByKey(page, page.getByLabel('Code'), app.next());
    await pressByKey(page, 'Continue');
    await page.waitForURL('**/today');

    await page.context().clearCookies();
    await enter(page, staff.email);
    await writeByKey(page, page.getByLabel('Code'), codes[0]!.toLowerCase());
    await pressByKey(page, 'Continue');
    await page.waitForURL('**/today');
    await followByKey(page, 'Account');
    await followByKey(page, 'Change it');
    await expect(page.getByText('9 of ten are left.')).toBeVisible();
  },
);

test('a wrong password and a wrong code are answered with equal bytes', async ({ app: hearth, page }) => {
  const practice = await makePractice(hearth.owner);
  const staff = await makeStaff(hearth.owner, practice);
  await hearth.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    staff.accountId,
  ]);
  await enter(page, staff.email);
  await page.waitForURL('**/today');
  await page.goto('/settings/account/second-step');
  await turnOn(page, async () => undefined);

  const answerTo = async (typed: () => Promise<void>) => {
    await page.context().clearCookies();
    const posted = page.waitForResponse(async (one) => {
      if (one.request().method() !== 'POST') return false;
      return !((await one.headerValue('location')) ?? '').endsWith('/step');
    });
    await typed();
    const answer = await posted;
    await page.waitForURL('**/sign-in');
    const cookies = (await answer.headersArray())
      .filter(({ name }) => name.toLowerCase() === 'set-cookie')
      .map(({ value }) => value.replace(/=[^;]+/, '=').length);
    const names = (await answer.headersArray()).map(({ name }) => name);
    const shown = (await page.locator('main').innerHTML()).replaceAll(/[0-9a-f]{64}/g, 'CSRF');
    return { status: answer.status(), cookies, names, location: await answer.headerValue('location'), shown };
  };
  const wrongPassword = await answerTo(() => enter(page, staff.email, 'not the password at all'));
  const wrongCode = await answerTo(async () => {
    await enter(page, staff.email);
    await page.waitForURL('**/sign-in/step');
    await writeByKey(page, page.getByLabel('Code'), '000000');
    await pressByKey(page, 'Continue');
  });
  expect(wrongCode).toEqual(wrongPassword);
  expect(wrongCode.shown).toContain('don’t fit together');
});

test('a partner may turn it on in neutral words, on a phone', async ({ app: hearth, page, context, signIn }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const { first } = await coupleAtHome(hearth.owner);
  await hearth.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    first.accountId,
  ]);
  await signIn(context, first);
  await page.goto('/me');
  await followByKey(page, 'Look at it');
  await page.waitForURL('**/me/second-step');
  await expect(page).toHaveTitle('Today');
  expect((await page.content()).toLowerCase()).not.toMatch(/hearth|example practice/);
  const { codes } = await turnOn(page, async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
  await page.context().clearCookies();
  await enter(page, first.email);
  await page.waitForURL('**/sign-in/step');
  await writeByKey(page, page.getByLabel('Code'), codes[9]!);
  await pressByKey(page, 'Continue');
  await page.waitForURL('**/home');
});
