// Someone who is a partner in two couples: from the second invitation to the choice of where to go, by keyboard, with and without script.
import type { Page } from '@playwright/test';
import { asActor } from '@/db/access/as-actor';
import { readEnv } from '@/lib/env';
import { invitePartner } from '@/lib/invitations/invite-partner';
import { tokenOf } from '@/lib/invitations/issue-invitation';
import { invitationCode } from '@/lib/invitations/token';
import { expect, test } from '@/tests/support/browser';
import { followByKey, pressByKey, writeByKey } from '@/tests/support/keyboard';
import { adaInTwoCouples, alsoAtWork, PASSWORD, setPassword } from '@/tests/support/memberships';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { makeCouple, makePractice, makeStaff } from '@/tests/support/people';

const HEADING = 'Where would you like to go?';

async function enter(page: Page, login: string) {
  await page.goto('/sign-in');
  await writeByKey(page, page.getByLabel('E-mail or user name'), login);
  await writeByKey(page, page.getByLabel('Password', { exact: true }), PASSWORD);
  await pressByKey(page, 'Sign in');
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, expectedErrors: [/status of 404/] });

    test('brings an account to a second invitation, and is asked where to go from then on @portal', async ({
      app,
      page,
    }) => {
      const practice = await makePractice(app.owner);
      const [tess, other] = [await makeStaff(app.owner, practice), await makeStaff(app.owner, practice)];
      const { first: ada } = await makeCouple(app.owner, practice, tess);
      const { second: place } = await makeCouple(app.owner, practice, other);
      await setPassword(app.owner, ada.accountId);
      await app.owner.query(`update partners set account_id = null, status = 'invited' where id = $1`, [
        place.partnerId,
      ]);
      const issued = await asActor(other.token, (tx) => invitePartner(tx, { partnerId: place.partnerId }));

      await test.step('the link leads to both ways, and shows the same to anyone', async () => {
        await page.goto(`/i/${tokenOf(issued)}`);
        await followByKey(page, 'I already have an account here');
        await page.waitForURL('**/account');
        await expect(page).toHaveTitle('Today');
        if (javaScriptEnabled) await expectAccessible(page);
        if (javaScriptEnabled) await expectNoSidewaysScroll(page);
        const shown = async () => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
        const open = await shown();
        await page.goto('/i/not-a-link/account');
        expect(await shown()).toBe(open);
        await page.goto(`/i/${tokenOf(issued)}/account`);
      });

      await test.step('what does not fit is one sentence, and what was typed stays', async () => {
        await writeByKey(page, page.getByLabel('E-mail or user name'), ada.email);
        await writeByKey(page, page.getByLabel('Password', { exact: true }), PASSWORD);
        await pressByKey(page, 'Continue');
        await expect(page.getByRole('alert').filter({ hasText: 'This did not work.' })).toBeVisible();
        await expect(page.getByLabel('E-mail or user name')).toHaveValue(ada.email);
        if (javaScriptEnabled) await expectAccessible(page);
      });

      await test.step('joins, and signs in as always', async () => {
        await writeByKey(page, page.getByLabel('Code'), invitationCode(readEnv().keys.invitationKey, issued.id));
        await writeByKey(page, page.getByLabel('Password', { exact: true }), PASSWORD);
        await pressByKey(page, 'Continue');
        await page.waitForURL('**/sign-in');
        await expect(page.getByRole('status').filter({ hasText: 'Sign in as you always do.' })).toBeVisible();
        await writeByKey(page, page.getByLabel('Password', { exact: true }), PASSWORD);
        await pressByKey(page, 'Sign in');
        await page.waitForURL('**/sign-in/place');
      });

      await test.step('the choice says nothing to someone who looks over a shoulder', async () => {
        await expect(page).toHaveTitle('Today');
        await expect(page.getByRole('heading', { name: HEADING })).toBeVisible();
        await expect(page.locator('.place')).toHaveText(['Place 1Today', 'Place 2Today']);
        expect((await page.content()).toLowerCase()).not.toMatch(
          /hearth|example practice|ada example|bo sample|partner|couple/,
        );
        if (javaScriptEnabled) await expectAccessible(page);
        if (javaScriptEnabled) await expectNoSidewaysScroll(page);
      });

      await test.step('a word tells one from the other', async () => {
        await page.getByText('Tell them apart by a word').focus();
        await page.keyboard.press('Enter');
        await page.getByLabel('For Place 2').selectOption('Harbor');
        if (javaScriptEnabled) await expectAccessible(page);
        await pressByKey(page, 'Save');
        await expect(page.locator('.place')).toHaveText(['Place 1Today', 'HarborToday']);
      });

      await test.step('goes there, and the way back opens nothing more', async () => {
        await pressByKey(page, /Harbor/);
        await page.waitForURL((url) => ['/home', '/welcome'].includes(url.pathname));
        await page.goto('/sign-in/place');
        await page.waitForURL('**/sign-in');
        await page.goto('/me');
        expect((await page.content()).toLowerCase()).not.toContain('harbor');
      });
    });

    test('works in one practice and is a partner elsewhere: the practice by its name, the other by its neutral title', async ({
      app,
      page,
    }) => {
      const ada = await adaInTwoCouples(app.owner);
      const work = await alsoAtWork(app.owner, ada.accountId);
      await app.owner.query(`update practices set name = 'Harborview Example' where id = $1`, [
        work.elsewhere.practiceId,
      ]);
      await enter(page, ada.email);
      await page.waitForURL('**/sign-in/place');
      await expect(page.locator('.place')).toHaveText(['Harborview Example', 'Place 1Today', 'Place 2Today']);
      if (javaScriptEnabled) await expectAccessible(page);
      await pressByKey(page, 'Harborview Example');
      await page.waitForURL('**/today');
    });

    test('what stands on a page of one place is neither sent nor kept from another', async ({
      app,
      page,
      context,
      signIn,
    }) => {
      const { one, two } = await adaInTwoCouples(app.owner);
      await signIn(context, one.first);
      await page.goto('/write/shared');
      await page.locator('textarea').fill('For you alone, from the lake.');
      await signIn(context, two.first);
      await page.locator('form:has(textarea) button[type=submit]').first().click();
      await expect(page.getByRole('alert').filter({ hasText: 'opened in another sign-in' })).toBeVisible();
      await expect(page.locator('textarea'), 'what was typed is kept').toHaveValue('For you alone, from the lake.');
      const draftsOf = async ({ partnerId }: { partnerId: string }) =>
        (await app.owner.query('select id from drafts where partner_id = $1', [partnerId])).rowCount;
      expect(await draftsOf(two.first)).toBe(0);
      if (javaScriptEnabled) {
        // What saves by itself while it is typed goes nowhere else either.
        const kept = page.waitForResponse('**/api/drafts');
        await page.locator('textarea').fill('For you alone, from the lake, in the evening.');
        await page.keyboard.press('Tab');
        expect((await kept).status()).toBe(404);
        expect(await draftsOf(two.first)).toBe(0);
      }
    });

    test('an account with one place goes straight to it', async ({ app, page }) => {
      const ada = await adaInTwoCouples(app.owner);
      await app.owner.query(`update partners set status = 'deactivated' where id = $1`, [ada.two.first.partnerId]);
      const seen: string[] = [];
      page.on('framenavigated', (frame) => seen.push(new URL(frame.url()).pathname));
      await enter(page, ada.email);
      await page.waitForURL('**/home');
      expect(seen).not.toContain('/sign-in/place');
    });
  });
