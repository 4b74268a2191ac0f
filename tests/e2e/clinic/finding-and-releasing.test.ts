// A record is looked through, printed and released without a mouse; the printed pages are tagged, and nothing looked for stands in an address.
import type { Page } from '@playwright/test';
import { expect, test } from '@/tests/support/browser';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { hand, makeWriting, PASSWORD } from '@/tests/lib/session-notes/writing';

test.setTimeout(120_000);

const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type ?\/Page\b/g)?.length ?? 0;

async function onPhoneToo(page: Page) {
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Tab until this has the focus, as somebody without a mouse gets there. */
async function tabTo(page: Page, name: string | RegExp, role: 'link' | 'button' | 'textbox' | 'checkbox' | 'radio') {
  const wanted = page.getByRole(role, { name }).first();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}.`);
}

test('a note is found by keyboard and without a script, and printed with its header on each page', async ({
  app,
  page,
  context,
  anotherContext,
  signIn,
}) => {
  const at = await makeWriting(app.owner);
  const pen = hand(at.therapist, at.couple);
  const noteId = await pen.begin();
  const long = Array.from({ length: 120 }, (_, nth) => `- Line ${nth} of what was said in the garden.`).join('\n');
  await pen.save(noteId, 1, { data: `They spoke of the lighthouse.\n${long}`, plan: 'Go on.' });
  await signIn(context, at.therapist);

  await page.goto(`/couples/${at.couple.coupleId}`, { waitUntil: 'networkidle' });
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/\/notes$/);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await onPhoneToo(page);
  await page.keyboard.type('LIGHT “the garden”');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Found in 1 text' })).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('light');
  expect(page.url()).not.toMatch(/light|garden/i);
  await onPhoneToo(page);

  const without = await anotherContext({ javaScriptEnabled: false });
  await signIn(without, at.therapist);
  const plain = await without.newPage();
  await plain.goto(`/couples/${at.couple.coupleId}/notes`);
  await plain.getByRole('searchbox').fill('lighthouse');
  await plain.getByRole('searchbox').press('Enter');
  await expect(plain.locator('mark')).toHaveText('lighthouse');
  expect(plain.url()).not.toContain('lighthouse');

  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/notes/${noteId}`);
  await page.goto(`/couples/${at.couple.coupleId}/notes/${noteId}/print`, { waitUntil: 'networkidle' });
  const paged = () => page.locator('article').evaluate((element) => getComputedStyle(element).getPropertyValue('page'));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await paged()).toBe('record-draft');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  const draft = await page.pdf({ tagged: true, preferCSSPageSize: true });
  expect(pagesIn(draft)).toBeGreaterThan(2);
  expect(draft.toString('latin1')).toContain('/StructTreeRoot');
  expect(draft.toString('latin1')).toContain('/Title (Print)');

  await pen.sign(noteId, 2);
  await page.reload({ waitUntil: 'networkidle' });
  expect(await paged()).toBe('record');
  const words = await page.locator('article').innerText();
  expect(words).toMatch(/SHA-256 of what was signed:\s+[0-9a-f]{64}/);
  expect(words).toContain('npm run notes:verify');
  expect(await page.evaluate(() => document.documentElement.style.getPropertyValue('--print-left'))).toBe(
    '"Example Practice · A.E. & B.S."',
  );
});

test('one person’s record is released by keyboard: signed for, decided, read, let out with the password, in the ledger', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const at = await makeWriting(app.owner);
  const pen = hand(at.therapist, at.couple);
  const { coupleId, first } = at.couple;
  for (const [partnerId, data] of [
    [first.partnerId, 'Ada alone: what she told. Bo was not there.'],
    [null, 'Both were there. Bo told something in confidence.'],
  ] as const) {
    const noteId = await pen.begin(partnerId);
    await pen.save(noteId, 1, { data });
    await pen.sign(noteId, 2);
  }
  await signIn(context, at.therapist);
  const press = async (name: string | RegExp, role: 'link' | 'button' = 'button') => {
    await tabTo(page, name, role);
    await page.keyboard.press('Enter');
  };
  const check = async (name: string | RegExp, role: 'checkbox' | 'radio' = 'checkbox') => {
    if (role === 'radio') await page.getByRole(role, { name }).focus();
    else await tabTo(page, name, role);
    await page.keyboard.press('Space');
  };
  const type = async (name: string, text: string) => {
    await tabTo(page, name, 'textbox');
    await page.keyboard.type(text);
  };

  await page.goto(`/couples/${coupleId}/people`, { waitUntil: 'networkidle' });
  await press('Releases of this record, and what went out, of Ada Example', 'link');
  await page.waitForURL('**/releases');
  await onPhoneToo(page);
  await press('New release', 'link');
  await page.waitForURL('**/releases/new');
  await page.waitForLoadState('networkidle');
  await check('The person themselves', 'radio');
  await check('Notes of sessions with this person alone');
  await check(/Notes of joint sessions/);
  await type('To whom it goes', 'Dr. Nobody Sample');
  await type('What for', 'Further treatment');
  await press('Make the release');
  await page.waitForURL(/releases\/[0-9a-f-]{36}$/);
  await expect(page.getByText('written authorization is not noted')).toBeVisible();
  await onPhoneToo(page);
  await press('Note the authorization');
  await expect(page.getByText('In force', { exact: true })).toBeVisible();

  await press(/Decide about the note/, 'link');
  await page.waitForURL('**/releases/*/notes/*');
  await page.waitForLoadState('networkidle');
  await onPhoneToo(page);
  await page.getByRole('radio', { name: /without the passages/ }).focus();
  await page.keyboard.press('Space');
  await check('Bo told something in confidence.');
  await type('Why', 'A confidence of the other.');
  await press('Record the decision');
  await expect(page.getByText('Goes without some passages')).toBeVisible();

  await press('Read and let out', 'link');
  await page.waitForURL('**/read');
  await page.waitForLoadState('networkidle');
  await expect(page.getByText('NOT RELEASED')).toBeVisible();
  await onPhoneToo(page);
  await tabTo(page, 'Your password', 'textbox');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/document/*');
  await page.waitForLoadState('networkidle');
  const released = await page.locator('article').innerText();
  expect(released).toContain('[the other partner] was not there.');
  expect(released).toContain('Both were there. [passage left out]');
  expect(released).not.toMatch(/\bBo\b|confidence/);
  const pdf = (await page.pdf({ tagged: true, preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toContain('/Title (Print)');
  await onPhoneToo(page);
  await page.goto(`/couples/${coupleId}/people/${first.partnerId}/releases`);
  await expect(page.getByRole('row', { name: /Dr\. Nobody Sample/ })).toBeVisible();
  await onPhoneToo(page);
});
