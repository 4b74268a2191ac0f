// A session note without the mouse: begun, filled, a piece from beside it, a snippet, the last plan, and two texts that meet.
import { asActor } from '@/db/access/as-actor';
import { saveNote } from '@/lib/session-notes/save-note';
import { startNote } from '@/lib/session-notes/start-note';
import { planSession } from '@/lib/sessions/plan-session';
import { saveSnippet } from '@/lib/snippets/own-snippets';
import { field } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { listenForMouse, pressByKey, tabTo } from '@/tests/support/keyboard';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';

test.use({ expectedErrors: [/status of 409/] });

test('a note is written by keyboard alone, and a conflict in two tabs is settled by it', async ({
  app,
  page,
  context,
  signIn,
}) => {
  test.setTimeout(120_000);
  const at = await coupleAtHome(app.owner);
  const { therapist, couple } = at;
  await signIn(context, therapist);
  const sessionIds = await asActor(therapist.token, async (tx) => {
    const session = { coupleId: couple.coupleId, with: 'joint' as const, at: '09:00', minutes: 50, place: 'Room 2' };
    const before = await planSession(tx, { ...session, on: '2026-01-05' });
    const { noteId } = await startNote(tx, { sessionId: before.sessionId, format: 'DAP' });
    const sections = { data: 'x', assessment: '', plan: '- Read the agreement aloud' };
    await saveNote(tx, { noteId, version: 1, sections, isResolving: false });
    await saveSnippet(tx, { name: 'closing', text: 'We closed with what each takes home.' });
    return [await planSession(tx, { ...session, on: '2026-01-12' })].map(({ sessionId }) => sessionId);
  });
  const heard = await listenForMouse(page);
  const line = page.locator('.status-line');
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
  };

  await test.step('begins it, and ticks who took part', async () => {
    await page.goto(`/couples/${couple.coupleId}/sessions/${sessionIds[0]}`, { waitUntil: 'networkidle' });
    await pressByKey(page, 'Start note');
    await page.waitForURL(/\/notes\/[0-9a-f-]{36}$/);
    await expect(field(page, 'From')).toHaveValue('09:00');
    await expect(field(page, 'To')).toHaveValue('09:50');
    await tabTo(page, page.getByRole('group', { name: 'Who took part' }).getByRole('checkbox').first());
    await keys('Space', 'Tab', 'Space');
  });

  await test.step('writes a list, a snippet by its name, and a piece from beside', async () => {
    await tabTo(page, field(page, 'Data'));
    await page.keyboard.type('- They came early');
    await keys('Enter');
    await page.keyboard.type('They laughed');
    await keys('Enter', 'Enter');
    await page.keyboard.type(';clos');
    await expect(page.getByRole('option', { name: /closing/ })).toBeVisible();
    await keys('Enter');
    await expect(field(page, 'Data')).toHaveValue(
      '- They came early\n- They laughed\n\nWe closed with what each takes home.',
    );
    await tabTo(page, field(page, 'Assessment'));
    await page.keyboard.type(';closing ');
    await expect(field(page, 'Assessment')).toHaveValue('We closed with what each takes home.');
    await page.keyboard.type(' ;pl');
    await expect(page.getByRole('option', { name: /Last plan/ })).toBeVisible();
    await expectAccessible(page);
    await keys('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await keys('Backspace', 'Backspace', 'Backspace');
  });

  await test.step('copies the last plan by its key, and saves by Ctrl S', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await keys('c');
    await expect(field(page, 'Plan')).toHaveValue('- Read the agreement aloud');
    await expect(field(page, 'Plan')).toBeFocused();
    await keys('Control+s');
    await expect(line).toHaveText(/^Saved \d/);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expectNoSidewaysScroll(page);
  });

  await test.step('meets another text in a second tab, word by word, and settles it', async () => {
    const second = await context.newPage();
    await second.goto(page.url(), { waitUntil: 'networkidle' });
    await tabTo(second, field(second, 'Assessment'));
    await second.keyboard.press('Control+a');
    await second.keyboard.type('The other tab says that it holds.');
    await second.keyboard.press('Control+s');
    await expect(second.locator('.status-line')).toHaveText(/^Saved \d/);
    await tabTo(page, field(page, 'Assessment'));
    await keys('Control+a');
    await page.keyboard.type('This tab says that it holds.');
    await keys('Control+s');
    const words = page.getByRole('group', { name: 'Assessment: word by word' });
    await expect(words.locator('del').first()).toContainText('This');
    await expect(words.locator('ins').last()).toContainText('other');
    await expectAccessible(page);
    await pressByKey(page, 'Use both for Assessment');
    await keys('Control+s');
    await expect(line).toHaveText(/^Saved \d/);
    await expect(field(page, 'Assessment')).toHaveValue(
      'This tab says that it holds.\n\nThe other tab says that it holds.',
    );
    await second.close();
  });

  await test.step('reads the earlier texts, and sees how each differs', async () => {
    const note = page.url();
    await page.goto(`${note}/versions`, { waitUntil: 'networkidle' });
    const rows = page.getByRole('table', { name: 'Earlier texts' }).getByRole('row');
    expect(await rows.count()).toBeGreaterThan(2);
    await expectAccessible(page);
    await keys('j', 'Enter');
    await page.waitForURL(/\/versions\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { name: /^As it was/ })).toBeVisible();
    await expect(page.locator('ins, del').first()).toBeVisible();
    await expect(page.getByRole('textbox'), 'read only').toHaveCount(0);
    await expectAccessible(page);
  });
  expect(heard, 'nothing was done by a mouse').toEqual([]);
});

test('with single keys off, a semicolon is a semicolon and lists end where one ends them', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const { therapist, couple, practice } = await coupleAtHome(app.owner);
  await app.owner.query(
    `insert into staff_settings (practice_id, staff_member_id, has_single_keys) values ($1, $2, false)`,
    [practice.practiceId, therapist.staffMemberId],
  );
  await signIn(context, therapist);
  const noteId = await asActor(therapist.token, async (tx) => {
    const session = { on: '2026-01-12', at: '09:00', minutes: 50, place: '' };
    const { sessionId } = await planSession(tx, { coupleId: couple.coupleId, with: 'joint', ...session });
    await saveSnippet(tx, { name: 'closing', text: 'We closed.' });
    return (await startNote(tx, { sessionId })).noteId;
  });
  await page.goto(`/couples/${couple.coupleId}/notes/${noteId}`, { waitUntil: 'networkidle' });
  await field(page, 'Data').focus();
  await page.keyboard.type('- one');
  await page.keyboard.press('Enter');
  await page.keyboard.type(';closing ');
  await expect(field(page, 'Data')).toHaveValue('- one\n;closing ');
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  await expect(page.getByRole('option', { name: /closing/ })).toBeVisible();
});
