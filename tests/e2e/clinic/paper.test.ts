// Paper works too: a step on a card that names nobody, and a check-in that comes back on paper, entered without a mouse and shown to
// neither partner.
import type { Page } from '@playwright/test';
import { expect, test } from '@/tests/support/browser';
import { field } from '@/tests/support/acts/forms';
import { listenForMouse, tabTo } from '@/tests/support/keyboard';
import { allOf, differenceOf, type Device } from '@/tests/support/page-bytes';
import { coupleAtHome, nextDay, openFor } from '@/tests/support/partner-day';

const WRITTEN = 'The kitchen radio helped us both.';

/** Everything links of the portal lead to, as bytes; what only typing leads to beside it. */
async function portalOf(device: Device, typed: readonly string[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const ahead = ['/home', '/home/later', '/saved', '/write/private', '/write/shared', '/welcome', ...typed];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (seen.has(path)) continue;
    const sent = await device.get(path);
    seen.set(path, allOf(sent));
    for (const [, href] of sent.html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)) ahead.push(href!);
  }
  return seen;
}

/** Goes to what Tab reaches and presses it. */
async function press(page: Page, wanted: Parameters<typeof tabTo>[1], key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

test('a step is printed as a neutral card, and the check-in on its back is entered for one partner by keyboard alone', async ({
  app,
  page,
  context,
  signIn,
  device,
}) => {
  test.setTimeout(90_000);
  const at = await coupleAtHome(app.owner);
  const { coupleId, first, second } = at.couple;
  const { assignmentId } = await openFor(app.owner, at, 'S24');
  const step = `/steps/${assignmentId}/whole`;
  const typed = [step, `${step}/check-in`, `${step}/check-in/all`];
  const phones = [await device(first), await device(second)];

  const heard = await listenForMouse(page);
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await signIn(context, at.therapist);

  await test.step('the card names nobody', async () => {
    await page.goto(`/couples/${coupleId}`, { waitUntil: 'networkidle' });
    const card = page.locator(`[id="step-${assignmentId}"]`);
    await press(page, card.locator('summary', { hasText: 'More' }));
    await press(page, card.getByRole('link', { name: 'Print as a card' }));
    await page.waitForURL(/\/print$/);
    await page.waitForLoadState('networkidle');
    await press(page, page.getByRole('button', { name: 'Print the card' }));
    await expect(page.locator('html[data-printed]')).toHaveCount(1);

    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('body').innerText();
    expect(printed).toContain('Senses evening');
    expect(printed).toContain('An open step is not a yes.');
    expect(`${printed} ${await page.title()}`).not.toMatch(
      /Ada|Bo\b|Sample|A\.E\.|B\.S\.|Tess|Example|Practice|Hearth/,
    );
    await page.emulateMedia({ media: null });
  });

  // Each is told by month that the record was opened (/me): by this card, and by the check-ins below.
  await page.goto(`/couples/${coupleId}/check-ins`, { waitUntil: 'networkidle' });
  const before = await Promise.all(phones.map((phone) => portalOf(phone, typed)));
  expect([...before[0]!.keys()], 'the walk reaches all of the portal').toEqual(
    expect.arrayContaining(['/home', '/shared', '/appointments', '/support', '/me', '/write', step]),
  );

  await test.step('what stands on the paper is entered for one partner', async () => {
    await press(page, page.getByRole('link', { name: 'Enter a paper check-in' }));
    await press(page, page.getByRole('link', { name: /^Ada Example ?: Senses evening/ }));
    await page.getByRole('heading', { name: 'Paper check-in of Ada Example' }).waitFor();
    await page.waitForLoadState('networkidle');

    await press(page, page.getByRole('button', { name: 'Save the check-in' }));
    await expect(page.getByText('Not saved yet: no question is answered.').first()).toBeVisible();

    await press(page, page.getByRole('group', { name: 'What did you do?' }).getByLabel('All of it'), 'Space');
    const comfort = page.getByRole('group', { name: 'How was it for you?' });
    for (let more = 0; more < 3; more += 1) await press(page, comfort.getByRole('button', { name: 'One more' }));
    await expect(comfort.getByText('7 of 10')).toBeVisible();
    await tabTo(page, field(page, 'Is there anything you would like to write down?'));
    await page.keyboard.type(WRITTEN);
    await press(page, page.getByRole('button', { name: 'Save the check-in' }));
    await page.waitForURL((url) => url.pathname === `/couples/${coupleId}/check-ins`);
  });

  await test.step('it stands in that partner’s lane, with who entered it', async () => {
    const occasion = page.getByRole('article').filter({ hasText: 'Senses evening' });
    const lanes = occasion.getByRole('columnheader');
    await expect(lanes.filter({ hasText: 'Ada Example' })).toContainText('On paper, entered by Tess Example');
    await expect(lanes.filter({ hasText: 'Bo Sample' })).toContainText('No check-in');
    const answers = (question: string) =>
      occasion.getByRole('row').filter({ hasText: question }).getByRole('cell').allInnerTexts();
    expect(await answers('How was it for you?')).toEqual(['7 of 10', '–']);
    expect(await answers('What did you do?')).toEqual(['All of it', '–']);
    expect(await answers('write down')).toEqual([WRITTEN, '–']);
  });

  await test.step('and in no byte of either partner’s pages, on the day or after the turn', async () => {
    for (const [which, phone] of phones.entries()) {
      const after = await portalOf(phone, typed);
      for (const [path, bytes] of before[which]!)
        expect(differenceOf(bytes, after.get(path) ?? ''), `${path} of partner ${which + 1}`).toBeNull();
      expect([...after.keys()]).toEqual([...before[which]!.keys()]);
    }
    await nextDay(app.owner);
    for (const phone of phones)
      for (const [path, bytes] of await portalOf(phone, typed))
        expect(bytes.match(/kitchen radio|entered by|Tess Example/i) ?? [], path).toEqual([]);
  });

  expect(heard).toEqual([]);
});
