// The practice's own library, from a copied step to a couple that is moved to its newer words, without a mouse.
import type { Page } from '@playwright/test';
import { expect, test } from '@/tests/support/browser';
import {
  followByKey as go,
  listenForMouse,
  pressByKey as press,
  tabTo,
  walkByTab,
  writeByKey,
} from '@/tests/support/keyboard';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';

const WHY = 'A small beginning of your own.';
const INSTRUCTION = 'Say one thing that was good today.';

const write = (page: Page, name: string, text: string) => writeByKey(page, page.locator(`[name="${name}"]`), text);

test('a therapist copies a step, edits it, is told its faults, saves, previews, reviews and assigns it, and moves an earlier assignment', async ({
  app,
  page,
  context,
  signIn,
  device,
}) => {
  test.setTimeout(180_000);
  const at = await coupleAtHome(app.owner);
  const { coupleId, first } = at.couple;
  const { rows } = await app.owner.query<{ id: string; title: string }>(
    `select s.id, v.title from steps s join step_versions v on v.step_id = s.id where s.practice_id = $1 and s.code = 'S02'`,
    [at.practice.practiceId],
  );
  const from = rows[0]!;
  await signIn(context, at.therapist);
  const mouse = await listenForMouse(page);

  // Copy: everything of the first but its title.
  await page.goto(`/library/${from.id}`, { waitUntil: 'networkidle' });
  await go(page, 'Copy');
  await page.waitForURL('**/copy');
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const { missed, unseen } = await walkByTab(page);
  expect([missed, unseen]).toEqual([[], []]);
  await page.reload({ waitUntil: 'networkidle' });

  await tabTo(page, page.locator('[name=intensity]'));
  await page.keyboard.press('1');
  await tabTo(page, page.locator('[name=touch]'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await write(page, 'title', 'Our own beginning');
  await write(page, 'why', 'Ask your wife.');
  // A row is added, written and moved up; the keyboard stays with it.
  const last = await page.locator('[name^="units.whole.instructions."]').count();
  await press(page, 'Add an instruction');
  await expect(page.locator(`[name="units.whole.instructions.${last}"]`)).toBeFocused();
  await page.keyboard.type(INSTRUCTION);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: `Move instruction ${last + 1} up` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator(`[name="units.whole.instructions.${last - 1}"]`)).toHaveValue(INSTRUCTION);
  await expect(page.getByRole('button', { name: `Move instruction ${last} up` })).toBeFocused();
  await write(page, 'units.whole.minutes.max', '45');
  await press(page, 'Add an adaptation');
  await page.keyboard.type('After surgery, sit.');
  await write(page, 'purpose', 'To begin small.');
  await press(page, 'Save the new step');

  // Each fault beside its field, and nothing typed is lost.
  const summary = page.locator('.form__summary');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('3 places need another look');
  await expect(page.locator('.field', { has: page.locator('[name=why]') }).locator('.field__error')).toHaveText(
    '“wife” assumes a gender. Say “partner”.',
  );
  await expect(page.locator('.rows__row .field__error')).toContainText('tells its reason');
  await expect(page.locator(`[name="units.whole.instructions.${last - 1}"]`)).toHaveValue(INSTRUCTION);
  await expect(summary).toContainText('Write six at most.');
  await expectAccessible(page);
  await write(page, 'why', WHY);
  await press(page, `Take away instruction ${last + 1}`);
  const added = await page.locator('[name^="adaptations."][name$=".text"]').count();
  await tabTo(page, page.getByRole('button', { name: `Take away adaptation ${added}` }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Add an adaptation' })).toBeFocused();
  await press(page, 'Save the new step');
  await page.waitForURL((url) => /\/library\/[0-9a-f-]{36}$/.test(url.pathname) && !url.pathname.includes(from.id));
  await page.waitForLoadState('networkidle');
  const made = page.url();
  const madeId = made.split('/').at(-1)!;
  await expect(page.getByRole('heading', { name: 'Our own beginning', level: 1 })).toBeVisible();
  await expect(page.getByText('Not reviewed yet').first()).toBeVisible();

  // As a partner sees it.
  await go(page, 'Preview');
  await page.waitForURL('**/preview/1');
  const preview = page.locator('[data-preview]');
  await expect(preview.getByText(WHY)).toBeVisible();
  await expectAccessible(page);

  // Reviewed by name.
  await page.goto(made, { waitUntil: 'networkidle' });
  await tabTo(page, page.locator('[name=isRead]'));
  await page.keyboard.press('Space');
  await press(page, 'Mark as reviewed');
  await expect(page.getByText(/^Reviewed by .*LMFT/).first()).toBeVisible();

  // Assigned; the partner's page has the same bytes as the preview.
  await page.goto(`/couples/${coupleId}/assign`, { waitUntil: 'networkidle' });
  await go(page, 'Waive and choose Our own beginning');
  await page.waitForURL(/step=/);
  await page.waitForLoadState('networkidle');
  await write(page, 'waiver', 'Done elsewhere.');
  await press(page, 'Assign');
  await page.waitForURL(/#step-/);
  const assignmentId = page.url().split('#step-')[1]!;
  await app.owner.query(`select auth.move_clock('24 hours')`);
  const partners = await device(first);
  const given = await partners.get(`/steps/${assignmentId}/whole`);
  const previewed = await (await device(at.therapist)).get(`/library/${madeId}/preview/1`);
  const textOf = (html: string) => /<h1>[^<]*<\/h1><div class="step-text">.*?<\/div>/s.exec(html)?.[0];
  expect(textOf(given.html)).toContain(WHY);
  expect(textOf(previewed.html)).toBe(textOf(given.html));

  // Edited, and moved by choice: until then the couple keeps what it has.
  await page.goto(`${made}/edit`, { waitUntil: 'networkidle' });
  await write(page, 'why', 'Another beginning of your own.');
  await press(page, 'Save as version 2');
  await page.waitForURL(made);
  await expect(page.getByText('Not reviewed yet').first()).toBeVisible();
  expect((await partners.get(`/steps/${assignmentId}/whole`)).html).toContain(WHY);
  await page.goto(`/couples/${coupleId}`, { waitUntil: 'networkidle' });
  await go(page, /^See what changed/);
  await page.waitForURL(/version=newest/);
  await page.waitForLoadState('networkidle');
  await expect(page.getByText('Why: Another beginning of your own.')).toBeVisible();
  await expect(page.getByText('was not reviewed by a clinician yet')).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Move to version 2');
  await page.waitForURL(/#step-/);
  const movedId = page.url().split('#step-')[1]!;
  expect(movedId).not.toBe(assignmentId);
  expect((await partners.get(`/steps/${assignmentId}/whole`)).html).toContain(WHY);
  await app.owner.query(`select auth.move_clock('24 hours')`);
  expect((await partners.get(`/steps/${movedId}/whole`)).html).toContain('Another beginning of your own.');

  // No partner finds any of the library.
  for (const path of ['/library', `/library/${madeId}`, `/library/${madeId}/edit`, `/library/${madeId}/preview/1`]) {
    const { html, status } = await partners.get(path);
    expect(`${status} ${html}`, path).not.toMatch(/Our own beginning|^200.*Not reviewed/);
  }
  expect(mouse).toEqual([]);
});
