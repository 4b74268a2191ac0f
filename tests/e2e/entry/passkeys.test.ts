// A passkey from its making to its end, by keyboard alone, and the other way where no script runs.
import type { Page } from '@playwright/test';
import { asActor } from '@/db/access/as-actor';
import { turnOnTotp } from '@/lib/accounts/factors/change-factors';
import { readSecondStep } from '@/lib/accounts/factors/read-second-step';
import { hashPassword } from '@/lib/accounts/password-hash';
import { authenticator } from '@/tests/support/acts/authenticator';
import { passkeyPhone } from '@/tests/support/acts/passkey-phone';
import { beginNote, writeSection } from '@/tests/support/acts/therapist';
import type { TestApp } from '@/tests/support/app';
import { expect, test } from '@/tests/support/browser';
import { followByKey, pressByKey, writeByKey } from '@/tests/support/keyboard';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';
import { makeCouple, makePractice, makeStaff } from '@/tests/support/people';

const PASSWORD = 'nine copper lamps and tea';

// A wrong password is answered to the page's script.
test.use({ expectedErrors: [/422 .*\/api\/passkeys/] });

async function staffWith(hearth: TestApp, { isWanted }: { isWanted: boolean }) {
  const practice = await makePractice(hearth.owner);
  const staff = await makeStaff(hearth.owner, practice);
  await hearth.owner.query('update practices set requires_factor = $1 where id = $2', [isWanted, practice.practiceId]);
  await hearth.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    staff.accountId,
  ]);
  return { practice, staff };
}

async function enter(page: Page, login: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await writeByKey(page, page.getByLabel('E-mail or user name'), login);
  await writeByKey(page, page.getByLabel('Password'), PASSWORD);
  await pressByKey(page, 'Sign in');
}

test('staff set one up first, sign in and sign a note with it, and take it away', async ({ app: hearth, page }) => {
  const { practice, staff } = await staffWith(hearth, { isWanted: true });
  const { coupleId } = await makeCouple(hearth.owner, practice, staff);
  const phone = await passkeyPhone(page);
  const looksRight = async () => {
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  const section = page.getByRole('region', { name: 'Passkeys', exact: true });

  await test.step('set up, before anything else opens', async () => {
    await enter(page, staff.email);
    await page.waitForURL('**/settings/account/second-step');
    await writeByKey(page, section.getByLabel('Name'), 'Example phone');
    await writeByKey(page, section.getByLabel('Your password'), 'not the password at all');
    await pressByKey(page, 'Add a passkey');
    await expect(section.getByText('This is not your password.')).toBeVisible();
    await writeByKey(page, section.getByLabel('Your password'), PASSWORD);
    await pressByKey(page, 'Add a passkey');
    await expect(page.locator('.recovery-codes code')).toHaveCount(10);
    await expect(section.getByText('Example phone')).toBeVisible();
    await looksRight();
    await pressByKey(page, 'I have written them down');
    await page.waitForURL('**/settings/account');
    const mail = await hearth.mail.next(staff.email);
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/passkey|second|factor|practice/i);
  });

  await test.step('asked for at the sign-in', async () => {
    await enter(page, staff.email);
    await page.waitForURL('**/sign-in/step');
    await looksRight();
    await pressByKey(page, 'Use your passkey');
    await page.waitForURL('**/today');
  });

  await test.step('a note is signed with it', async () => {
    await beginNote(page, coupleId);
    await writeSection(page, 'Data', 'They came on time.');
    await pressByKey(page, 'Review and sign');
    await page.waitForURL('**/review');
    await expect(page.getByLabel('Your password or a recovery code')).toBeVisible();
    await looksRight();
    await pressByKey(page, 'Use your passkey instead');
    await page.waitForURL(/\/notes\/[0-9a-f-]{36}$/);
    await expect(page.getByText('Signed', { exact: true })).toBeVisible();
  });

  await test.step('the last one stays while the practice wants one, and goes after', async () => {
    await page.goto('/settings/account/second-step');
    await expect(section.getByText('so the last one stays')).toBeVisible();
    await hearth.owner.query('update practices set requires_factor = false where id = $1', [practice.practiceId]);
    await page.reload();
    await section.getByText('Take it away').first().click();
    await looksRight();
    await writeByKey(page, section.getByLabel('Your password').first(), PASSWORD);
    await pressByKey(page, 'Use a passkey instead of a code');
    await expect(section.getByText('Example phone')).toBeHidden();
    await phone.forget();
    await enter(page, staff.email);
    await page.waitForURL('**/today');
  });
});

test('a partner may have one too, in neutral words, and nobody is mailed', async ({ app: hearth, page, signIn }) => {
  const { first } = await coupleAtHome(hearth.owner);
  await hearth.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    first.accountId,
  ]);
  await passkeyPhone(page);
  await signIn(page.context(), first);
  await page.goto('/me/second-step');
  const form = page.getByRole('form', { name: 'Add a passkey' });
  await writeByKey(page, form.getByLabel('Name'), 'Example phone');
  await writeByKey(page, form.getByLabel('Your password'), PASSWORD);
  const asked = page.waitForResponse('**/api/passkeys');
  await pressByKey(page, 'Add a passkey');
  const options = (await (await asked).json()) as { rp: { name: string }; user: { name: string } };
  expect([options.rp.name, options.user.name]).toEqual(['Today', 'Today']);
  await expect(page.locator('.recovery-codes code')).toHaveCount(10);
  await enter(page, first.email);
  await page.waitForURL('**/sign-in/step');
  await pressByKey(page, 'Use your passkey');
  await page.waitForURL(/\/(home|me\/new)$/);
  expect(hearth.mail.messages.filter(({ to }) => JSON.stringify(to).includes(first.email))).toEqual([]);
});

test('a device that has none is told in a sentence, and a code goes on from there', async ({ app: hearth, page }) => {
  const { staff } = await staffWith(hearth, { isWanted: false });
  const { next } = await withBoth(hearth, staff);
  await passkeyPhone(page);
  await enter(page, staff.email);
  await page.waitForURL('**/sign-in/step');
  await pressByKey(page, 'Use your passkey');
  await expect(page.getByText('Your device gave no passkey.')).toBeVisible();
  await writeByKey(page, page.getByLabel('Or a code'), next());
  await pressByKey(page, 'Continue');
  await page.waitForURL('**/today');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('no passkey is offered, and a code does', async ({ app: hearth, page }) => {
    const { staff } = await staffWith(hearth, { isWanted: false });
    const { next } = await withBoth(hearth, staff);
    await enter(page, staff.email);
    await page.waitForURL('**/sign-in/step');
    await expect(page.getByRole('button', { name: 'Use your passkey' })).toBeHidden();
    await expect(page.getByText('A passkey needs JavaScript')).toBeVisible();
    await writeByKey(page, page.getByLabel('Or a code'), next());
    await pressByKey(page, 'Continue');
    await page.waitForURL('**/today');
    await followByKey(page, 'Account');
    await followByKey(page, 'Change it');
    await expect(page.getByText('Example key')).toBeVisible();
    await expect(page.getByRole('button', { name: /passkey/i })).toHaveCount(0);
  });
});

/** An app, and a passkey that no device here holds. */
async function withBoth(hearth: TestApp, staff: { token: string; accountId: string }) {
  const { offer } = await asActor(staff.token, readSecondStep);
  const app = authenticator(offer.key);
  await asActor(staff.token, (tx) => turnOnTotp(tx, { password: PASSWORD, code: app.next() }));
  await hearth.owner.query(
    `insert into passkeys (account_id, name, credential_id, public_key, counter, transports)
     values ($1, 'Example key', $2, $3, 0, '{internal}')`,
    [staff.accountId, Buffer.from(staff.accountId).toString('base64url'), Buffer.alloc(77)],
  );
  return app;
}
