// Someone without an e-mail of their own: from the therapist's tick to the second time they sign in.
import { devices } from '@playwright/test';
import { choose, field, follow, press, words } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { addressesOf } from '@/tests/support/mail-server';
import { makeCouple, makePractice, makeStaff } from '@/tests/support/people';

const PASSWORD = 'green harbor evening';
const NEITHER_FITS = 'This did not work.';
const ANYWHERE_ELSE = 'https://weather.example/';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript on the partner’s side', () => {
    test.use({ expectedErrors: [/a request to weather\.example/] });

    test('a therapist makes the card, and the partner signs in with the user name on it', async ({
      app,
      page: therapist,
      context,
      signIn,
      anotherContext,
    }) => {
      test.setTimeout(120_000);
      const practice = await makePractice(app.owner);
      const tess = await makeStaff(app.owner, practice, ['therapist'], 'Tess Example');
      const { coupleId, first, second } = await makeCouple(app.owner, practice, tess);
      await app.owner.query(`update partners set account_id = null, status = 'invited' where id = $1`, [
        second.partnerId,
      ]);
      const { rows } = await app.owner.query<{ email: string }>('select email from partners where id = $1', [
        first.partnerId,
      ]);
      const mailsBefore = app.mail.messages.length;
      await signIn(context, tess);

      await test.step('who would share the other’s address is refused, with the way out', async () => {
        await therapist.goto(`/couples/${coupleId}/people/${second.partnerId}`);
        await field(therapist, 'E-mail').fill(rows[0]!.email);
        await press(therapist, 'Change the sign-in');
        await expect(therapist.getByText(/they get a user name/).first()).toBeVisible();
        await expect(field(therapist, 'E-mail'), 'what was typed is kept').toHaveValue(rows[0]!.email);
        await expectAccessible(therapist);
      });

      await test.step('the therapist says that there is no address of their own', async () => {
        await field(therapist, 'E-mail').fill('');
        await therapist.getByLabel(/^No e-mail of their own/).check();
        await press(therapist, 'Change the sign-in');
        await therapist.waitForURL('**/people');
        await expect(therapist.getByText('None of their own')).toBeVisible();
      });

      const card = await test.step('meets them alone and reads the card', async () => {
        await follow(therapist, 'Record the meeting alone with Bo Sample');
        await therapist.waitForURL('**/meeting');
        await choose(therapist, 'Were you alone with them, in the room or on the call?', 'Yes');
        await choose(therapist, 'How does it go on?', /^Joint work/);
        await press(therapist, 'Record the meeting');
        await therapist.waitForURL('**/card');
        const toKeep = therapist.getByRole('article', { name: 'Card to keep' });
        const withCode = therapist.getByRole('article', { name: 'Card with the code' });
        const [kept, thrownAway] = [await toKeep.innerText(), await withCode.innerText()];
        for (const telling of ['Tess', 'Example', 'Sample', 'therap', 'couple', 'practice', 'Hearth'])
          expect(`${kept}\n${thrownAway}`.toLowerCase()).not.toContain(telling.toLowerCase());
        const [userName] = /[a-z]{2}\d-[a-z]{2}\d-[a-z]{2}\d/.exec(kept)!;
        const link = new RegExp(`${app.origin}/i/\\S+`).exec(kept)![0];
        const code = (await withCode.locator('.handout__code').innerText()).trim();
        expect(kept, 'the sign-in page').toContain(`${app.origin}/sign-in`);
        expect(kept, 'link and code never stand on one paper').not.toContain(code);
        expect(thrownAway).not.toContain('http');
        expect(link, 'no user name in an address').not.toContain(userName);
        await expectAccessible(therapist);
        await expectNoSidewaysScroll(therapist);
        const printed = (await therapist.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(printed.match(/\/Type \/Page\b/g), 'both parts on one sheet').toHaveLength(1);
        return { userName, link, code };
      });

      const phone = await anotherContext({
        ...devices['Pixel 7'],
        viewport: { width: 320, height: 700 },
        javaScriptEnabled,
      });
      await phone.route(`${ANYWHERE_ELSE}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny.' }));
      const bo = await phone.newPage();

      await test.step('the partner types the link, and the code that is wrong at first', async () => {
        await bo.goto(card.link);
        const type = async (code: string) => {
          await field(bo, 'Code').fill(code);
          await field(bo, 'Password').fill(PASSWORD);
          await field(bo, 'Password again').fill(PASSWORD);
          await press(bo, 'Continue');
        };
        await type('AAAAAA');
        await expect(bo.locator('.form__summary')).toContainText(NEITHER_FITS);
        await type(card.code.toLowerCase());
        await expect(bo.getByText('Your password is set.'), await words(bo)).toBeVisible();
        await expect(field(bo, 'E-mail or user name')).toHaveValue(card.userName);
        await expectNoSidewaysScroll(bo);
      });

      const enter = async (typed: string, password: string) => {
        await field(bo, 'E-mail or user name').fill(typed);
        await field(bo, 'Password').fill(password);
        await press(bo, 'Sign in');
      };

      await test.step('signs in, closes, and signs in again as they like to type it', async () => {
        await enter(card.userName, PASSWORD);
        await bo.waitForURL('**/home');
        await press(bo, 'Close');
        await bo.waitForURL(`${ANYWHERE_ELSE}**`);
        await expect.poll(() => phone.cookies(app.origin), 'cookies that are left').toEqual([]);
        await bo.goto('/sign-in');
        await expect(field(bo, 'E-mail or user name'), 'nothing is left of who it was').toHaveValue('');
        await enter(card.userName.toUpperCase().replaceAll('-', ' '), 'not the password of anyone');
        await expect(bo.getByText(/don’t fit together/)).toBeVisible();
        expect(bo.url()).not.toContain(card.userName);
        await enter(card.userName.replaceAll('-', ''), PASSWORD);
        await bo.waitForURL('**/home');
      });

      await test.step('a second use is answered as a wrong code is', async () => {
        await bo.goto(card.link);
        await field(bo, 'Code').fill(card.code);
        await field(bo, 'Password').fill(PASSWORD);
        await field(bo, 'Password again').fill(PASSWORD);
        await press(bo, 'Continue');
        await expect(bo.locator('.form__summary')).toContainText(NEITHER_FITS);
      });

      await test.step('staff see how they sign in, and no mail went out', async () => {
        await therapist.goto(`/couples/${coupleId}/people`);
        await expect(therapist.getByText('Has an account and signs in with a user name.')).toBeVisible();
        await therapist.goto(`/couples/${coupleId}/people/${second.partnerId}`);
        await expect(therapist.getByText(/They sign in with a user name/)).toBeVisible();
        await expect(therapist.getByRole('button', { name: 'Change the sign-in' })).toHaveCount(0);
        const mailed = app.mail.messages.slice(mailsBefore).flatMap(addressesOf);
        expect(mailed.filter((address) => [rows[0]!.email, tess.email].includes(address))).toEqual([]);
      });
    });
  });
