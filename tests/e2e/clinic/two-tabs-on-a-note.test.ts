// One note in two windows: nothing that was typed is lost, and both texts are shown.
import type { Page } from '@playwright/test';
import { field, follow, press } from '@/tests/support/acts/forms';
import { beginNote, writeSection } from '@/tests/support/acts/therapist';
import { expect, test } from '@/tests/support/browser';
import { coupleAtHome } from '@/tests/support/partner-day';

const saved = (page: Page) => expect(page.locator('.status-line')).toHaveText(/^Saved \d/);
const otherText = (page: Page) => page.getByRole('group', { name: 'Data: the other text' });

test.describe('a note in two windows', () => {
  // A save that is refused for its version answers 409.
  test.use({ expectedErrors: [/status of 409/] });

  test('shows both texts to whoever saves second, and keeps both', async ({ app, page, context, signIn }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.therapist);
    const address = await beginNote(page, at.couple.coupleId);
    const second = await context.newPage();
    await second.goto(address, { waitUntil: 'networkidle' });

    await writeSection(page, 'Data', 'Typed in the first window.');
    await saved(page);
    await field(second, 'Data').fill('Typed in the second window.');
    await expect(otherText(second)).toContainText('Typed in the first window.');
    await expect(field(second, 'Data')).toHaveValue('Typed in the second window.');
    await expect(second.getByText(/Both texts are kept\./)).toBeVisible();

    await otherText(second)
      .getByRole('button', { name: /^Use both/ })
      .click();
    await press(second, 'Save this text');
    await saved(second);
    await page.goto(address);
    await expect(field(page, 'Data')).toHaveValue('Typed in the second window.\n\nTyped in the first window.');
    await follow(page, 'Earlier texts of this note');
    await expect(page.getByRole('table').getByRole('link').first(), 'what was there before is kept').toBeVisible();
  });

  test('that was signed in another window keeps what this one typed beside it', async ({
    app,
    page,
    context,
    signIn,
    device,
  }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.therapist);
    await beginNote(page, at.couple.coupleId);
    await writeSection(page, 'Data', 'As it was reviewed.');
    await saved(page);
    await app.owner.query(
      `begin; set local session_replication_role = replica;
       update session_notes set signed_at = auth.now(), signed_as = 'Tess Example, LMFT', signed_hash = '\\x00' where couple_id = '${at.couple.coupleId}'; commit`,
    );
    await field(page, 'Data').fill('Typed too late.');
    await expect(page.getByText('Your text is kept beside it.')).toBeVisible();
    const kept = await page.getByRole('link', { name: 'Show the signed note and your text' }).getAttribute('href');
    const { html } = await (await device(at.therapist)).get(kept!);
    expect(html).toContain('Typed too late.');
    expect(html).toContain('As it was reviewed.');
  });
});

test.describe('without a network', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('a note says that it is not saved, keeps the text, and saves it when the network is back', async ({
    app,
    page,
    context,
    signIn,
  }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.therapist);
    const address = await beginNote(page, at.couple.coupleId);
    await context.setOffline(true);
    await field(page, 'Data').fill('Typed in a tunnel.');
    await expect(page.getByText('Not connected. Keep this page open; your text is here.')).toBeVisible();
    await expect(field(page, 'Data')).toHaveValue('Typed in a tunnel.');
    await context.setOffline(false);
    await saved(page);
    await page.goto(address);
    await expect(field(page, 'Data')).toHaveValue('Typed in a tunnel.');
  });

  test('a form says so in a sentence and keeps what was typed', async ({ app, page, context, signIn }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.therapist);
    await page.goto('/couples/new', { waitUntil: 'networkidle' });
    await field(page, 'Their goals, in their own words').fill('Typed in a tunnel.');
    await context.setOffline(true);
    await press(page, 'Make this couple');
    await expect(
      page.getByRole('alert').getByText('Not connected. Keep this page open; your text is here.'),
    ).toBeVisible();
    await expect(field(page, 'Their goals, in their own words')).toHaveValue('Typed in a tunnel.');
    await context.setOffline(false);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a note is saved by its button, and a second window still loses nothing', async ({
    app,
    page,
    context,
    signIn,
  }) => {
    const at = await coupleAtHome(app.owner);
    await signIn(context, at.therapist);
    const address = await beginNote(page, at.couple.coupleId);
    const second = await context.newPage();
    await second.goto(address);
    await field(page, 'Data').fill('Typed in the first window.');
    await press(page, 'Save');
    await expect(field(page, 'Data')).toHaveValue('Typed in the first window.');
    await field(second, 'Data').fill('Typed in the second window.');
    await press(second, 'Save');
    await expect(field(second, 'Data')).toHaveValue('Typed in the second window.');
    await expect(otherText(second)).toContainText('Typed in the first window.');
    await press(second, 'Save this text');
    await page.goto(address);
    await expect(field(page, 'Data')).toHaveValue('Typed in the second window.');
    await follow(page, 'Earlier texts of this note');
    await expect(page.getByRole('table').getByRole('link').first(), 'what was there before is kept').toBeVisible();
  });
});
