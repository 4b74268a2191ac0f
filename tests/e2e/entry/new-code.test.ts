// Rule 1: the care team ends the access to an account that someone else may be using, and hands over a new code.
import { hashPassword } from '@/lib/accounts/password-hash';
import { acceptInvitation, signInAsPartner } from '@/tests/support/acts/partner';
import { fill, follow, press, words } from '@/tests/support/acts/forms';
import { expect, withAndWithoutScript } from '@/tests/support/browser';
import { addressesOf } from '@/tests/support/mail-server';
import { bytesOf, differenceOf } from '@/tests/support/page-bytes';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';

const BEFORE = 'green harbor evening';
const AFTER = 'eleven quiet boats go by';
const PAGES = ['/home', '/me', '/shared', '/appointments', '/support'];

withAndWithoutScript(
  'someone else may be using this account: out at once, nobody told, and in again with the card',
  async ({ app, page, context, signIn, anotherContext, device, javaScriptEnabled }) => {
    const at = await coupleAtHome(app.owner);
    await app.owner.query('update accounts set password_hash = $1 where id = $2', [
      await hashPassword(BEFORE),
      at.first.accountId,
    ]);
    const mailsBefore = app.mail.messages.length;
    const [intruder, other] = [await device(at.first), await device(at.second)];
    const seen = () => Promise.all(PAGES.map(async (path) => bytesOf((await other.get(path)).html)));
    const before = await seen();
    await signIn(context, at.therapist);
    await page.goto(`/couples/${at.couple.coupleId}/people`);
    await page
      .getByRole('link', { name: /Someone else may be using this account/ })
      .first()
      .click();
    await page.waitForURL('**/new-code');
    if (javaScriptEnabled) {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await press(page, 'End access and make a new code');
    await page.waitForURL('**/card');
    if (javaScriptEnabled) await expectAccessible(page);
    const kept = await page.getByRole('article', { name: 'Card to keep' }).innerText();
    const code = (await page.locator('.handout__code').innerText()).trim();
    const link = new RegExp(`${app.origin}/i/\\S+`).exec(kept)![0];
    expect(kept, 'names nobody').not.toMatch(/Ada|Example|@/);

    expect((await intruder.get('/home')).location, 'the device that was in').toContain('/sign-in');
    const after = await seen();
    before.forEach((bytes, place) => expect(differenceOf(bytes, after[place]!), PAGES[place]).toBeNull());

    const phone = await anotherContext({ viewport: { width: 320, height: 700 } });
    const ada = await phone.newPage();
    await ada.goto('/sign-in');
    await fill(ada, { 'E-mail or user name': at.first.email, Password: BEFORE });
    await press(ada, 'Sign in');
    await expect(ada.getByText(/don’t fit together/)).toBeVisible();
    await acceptInvitation(ada, link, AFTER, code);
    await signInAsPartner(ada, { name: 'Ada Example', email: at.first.email, password: AFTER } as never);
    await expect(ada.getByRole('heading', { level: 1 }), await words(ada)).toBeVisible();
    const theirs = [at.first, at.second, at.therapist].map(({ email }) => email);
    const mailed = app.mail.messages.slice(mailsBefore).flatMap(addressesOf);
    expect(
      mailed.filter((address) => theirs.includes(address)),
      'no mail to any of them',
    ).toEqual([]);

    await page.goto(`/couples/${at.couple.coupleId}/people`);
    await expect(page.getByText('Has an account.').first()).toBeVisible();
    await follow(page, 'Caseload');
  },
);
