// Staff who forgot the password: by keyboard alone, by mail, with and without JavaScript.
import { press } from '@/tests/support/acts/forms';
import { expect, test, withAndWithoutScript } from '@/tests/support/browser';
import { followByKey, pressByKey, writeByKey } from '@/tests/support/keyboard';
import { bytesOf, differenceOf } from '@/tests/support/page-bytes';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { makePractice, makeStaff } from '@/tests/support/people';
import { hashPassword } from '@/lib/accounts/password-hash';

const BEFORE = 'nine copper lamps and tea';
const AFTER = 'eleven quiet boats go by';

withAndWithoutScript('staff set a new password by mail, and are told so', async ({ app, page, javaScriptEnabled }) => {
  const practice = await makePractice(app.owner);
  const staff = await makeStaff(app.owner, practice);
  const looksRight = async () => {
    if (!javaScriptEnabled) return;
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };
  await app.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(BEFORE),
    staff.accountId,
  ]);

  await page.goto('/sign-in');
  await followByKey(page, 'a mail sets a new password');
  await page.waitForURL('**/reset');
  await writeByKey(page, page.getByLabel('E-mail'), staff.email.toUpperCase());
  await pressByKey(page, 'Send the link');
  await expect(page.getByText(/a mail is on its way/)).toBeVisible();
  await looksRight();
  const mail = await app.mail.next(staff.email);
  expect(`${mail.subject}${mail.text}`).not.toMatch(/password|hearth|practice/i);
  const [link = ''] = /https?:\/\/\S+/.exec(mail.text ?? '') ?? [];
  expect(link).toMatch(`${app.origin}/reset/`);

  await test.step('a scanner that opens the link uses nothing up', async () => {
    for (let n = 0; n < 3; n += 1) expect((await page.request.get(link)).status()).toBe(200);
    expect((await page.request.head(link)).status()).toBe(200);
  });

  await page.goto(link);
  await looksRight();
  await writeByKey(page, page.getByLabel('New password', { exact: true }), AFTER);
  await writeByKey(page, page.getByLabel('New password again'), AFTER);
  await pressByKey(page, 'Set the password');
  await page.waitForURL('**/sign-in');
  await expect(page.getByText('Your password is set. Sign in with it now.')).toBeVisible();
  await writeByKey(page, page.getByLabel('Password'), AFTER);
  await pressByKey(page, 'Sign in');
  await page.waitForURL('**/settings/account/news');
  await expect(page.getByText(/^Your password was set anew/)).toBeVisible();
  await looksRight();
  await followByKey(page, 'I know of it');
  await page.waitForURL('**/today');
  const told = await app.mail.next(staff.email);
  expect(told.text).toContain('something needs a look');
  expect(told.text).toContain(`${app.origin}/sign-in`);
});

test('asking for a known and an unknown address gives equal bytes, and so do any two links', async ({
  app,
  page,
  browser,
}) => {
  const staff = await makeStaff(app.owner, await makePractice(app.owner));
  const context = await browser.newContext({ baseURL: app.origin, javaScriptEnabled: false });
  const plain = await context.newPage();
  const answers = [];
  for (const email of [staff.email, `${'0'.repeat(36)}@staff.example`]) {
    await plain.goto('/reset');
    await plain.getByLabel('E-mail').fill(email);
    const [answer] = await Promise.all([
      plain.waitForResponse((one) => one.request().method() === 'POST'),
      press(plain, 'Send the link'),
    ]);
    expect(answer.status()).toBe(200);
    answers.push(bytesOf(await answer.text()));
  }
  expect(answers[0]).toContain('a mail is on its way');
  expect(differenceOf(answers[0]!, answers[1]!)).toBeNull();
  const mail = await app.mail.next(staff.email);
  const [link = ''] = /https?:\/\/\S+/.exec(mail.text ?? '') ?? [];
  const invented = `${app.origin}/reset/${'A'.repeat(43)}`;
  const pages = [];
  for (const at of [link, invented])
    pages.push((await (await page.request.get(at)).text()).replaceAll(at.slice(-43), 'TOKEN'));
  expect(differenceOf(bytesOf(pages[0]!), bytesOf(pages[1]!))).toBeNull();
  await context.close();
});
