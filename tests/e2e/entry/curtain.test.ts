// The cover over the clinic: it takes the page out of the document, loses no word, holds in every tab, and the password lifts it.
import type pg from 'pg';
import { asActor } from '@/db/access/as-actor';
import { hashPassword } from '@/lib/accounts/password-hash';
import { startNote } from '@/lib/session-notes/start-note';
import { planSession } from '@/lib/sessions/plan-session';
import { field } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { makeCouple, makePractice, makeStaff } from '@/tests/support/people';

// What is refused is refused with a status.
test.use({ expectedErrors: [/status of (401|422)/] });

const PASSWORD = 'seven paper boats and rain';
const WORDS = 'They told of the garden, each in turn.';

async function noteInWriting(owner: pg.Pool) {
  const practice = await makePractice(owner);
  const therapist = await makeStaff(owner, practice);
  const couple = await makeCouple(owner, practice, therapist);
  await owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    therapist.accountId,
  ]);
  const path = await asActor(therapist.token, async (tx) => {
    const session = { coupleId: couple.coupleId, with: 'joint' as const, at: '09:00', minutes: 50, place: 'Room 2' };
    const { sessionId } = await planSession(tx, { ...session, on: '2026-01-05' });
    const { noteId } = await startNote(tx, { sessionId, format: 'DAP' });
    return `/couples/${couple.coupleId}/notes/${noteId}`;
  });
  return { practice, therapist, couple, path };
}

test('the cover falls on a note in writing: not a byte of it is on the page, in no tab, and no word is lost', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const { therapist, path } = await noteInWriting(app.owner);
  await signIn(context, therapist);
  const second = await context.newPage();
  await second.goto('/caseload', { waitUntil: 'networkidle' });
  await page.clock.install();
  await page.goto('/today');
  await page.goto(path, { waitUntil: 'networkidle' });

  await test.step('after the practice’s minutes without anybody there', async () => {
    await field(page, 'Data').pressSequentially(WORDS);
    await page.clock.fastForward('14:00');
    await expect(field(page, 'Data')).toHaveValue(WORDS);
    await field(page, 'Data').press('End');
    await page.clock.fastForward('14:00');
    await expect(field(page, 'Data')).toHaveValue(WORDS);
    await page.clock.fastForward('01:30');
    await expect(page.getByRole('heading', { name: 'Covered' })).toBeVisible();
  });

  await test.step('nothing of the record, of names or of the practice is left in the page', async () => {
    const html = await page.content();
    for (const clinical of [WORDS, 'Data', 'A.E.', 'Ada', 'Tess', 'Example Practice', 'Agreement'])
      expect(html).not.toContain(clinical);
    await expect(page.getByLabel('Password')).toBeFocused();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('neither is it in another tab, nor behind an address or the way back', async () => {
    await expect(second.getByRole('heading', { name: 'Covered' })).toBeVisible();
    expect(await second.content()).not.toContain('A.E.');
    await second.goto(path);
    await expect(second).toHaveURL(/\/covered\?to=/);
    await second.goBack();
    await expect(second.getByRole('heading', { name: 'Covered' })).toBeVisible();
    expect(await second.content()).not.toContain('A.E.');
  });

  await test.step('what was typed was saved first', async () => {
    const { rows } = await app.owner.query<{ version: number }>('select version from session_notes where id = $1', [
      path.split('/').at(-1),
    ]);
    expect(rows[0]!.version).toBeGreaterThan(1);
  });

  await test.step('the password lifts it, and the page is as it was', async () => {
    await page.getByLabel('Password').fill('not this one at all');
    await page.keyboard.press('Enter');
    await expect(page.getByText('This is not your password. Please write it again.')).toBeVisible();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(field(page, 'Data')).toHaveValue(WORDS);
    await expect(field(page, 'Data')).toBeFocused();
    await page.keyboard.type(' So did she.');
    await page.clock.runFor(3_000);
    await expect(page.locator('.status-line')).toHaveText(/^Saved \d/);
    await page.reload();
    await expect(field(page, 'Data')).toHaveValue(`${WORDS} So did she.`);
  });
});

test('a key covers at once, also what no draft holds; what is written then waits for the lifting', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const { therapist, couple, path } = await noteInWriting(app.owner);
  await signIn(context, therapist);
  await page.goto(`/couples/${couple.coupleId}/room`, { waitUntil: 'networkidle' });
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('heading', { name: 'Covered' })).toBeVisible();
  expect(await page.content()).not.toMatch(/Ada|Bo Sample|A\.E\./);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Covered' })).toHaveCount(0);

  await test.step('what the server refuses because it is covered is covered, and still typed after it', async () => {
    await page.goto('/today', { waitUntil: 'networkidle' });
    await page.locator('summary', { hasText: 'Add a to-do' }).click();
    await page.getByLabel('What is to be done').fill('Call the office');
    await page.getByLabel('Couple').selectOption({ index: 1 });
    await app.owner.query('update sign_ins set covered_at = auth.now() where staff_member_id = $1', [
      therapist.staffMemberId,
    ]);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Covered' })).toBeVisible();
    expect(await page.content()).not.toContain('Call the office');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('What is to be done')).toHaveValue('Call the office');
    await expect(page.getByText('The screen was covered, so nothing was done.')).toBeVisible();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByText('The screen was covered')).toHaveCount(0);
    await expect(page.getByText('Call the office')).toBeVisible();
  });

  await page.goto(path, { waitUntil: 'networkidle' });
  await field(page, 'Plan').pressSequentially('- Read on');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /initials/ }).fill('cover');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Covered' })).toBeVisible();

  // The server knows more than the page: its twelve hours end while it is covered.
  await app.owner.query(`update sign_ins set expires_at = auth.now() where staff_member_id = $1`, [
    therapist.staffMemberId,
  ]);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in again' })).toBeVisible();
  await page.getByRole('button', { name: 'To the sign-in' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await field(page, 'E-mail or user name').fill(therapist.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(path);
  await expect(field(page, 'Plan')).toHaveValue('- Read on');
});

test('what a page sends by itself is no activity, and brings a covered screen nothing', async ({
  app,
  page,
  context,
  signIn,
}) => {
  const { practice, therapist, couple, path } = await noteInWriting(app.owner);
  await signIn(context, therapist);
  const noteId = path.split('/').at(-1);
  const send = (to: string, data: object) => page.request.post(to, { data, headers: { Origin: app.origin } });
  const save = (version: number, data: string) =>
    send('/api/note-drafts', { noteId, version, format: 'DAP', sections: { data }, isResolving: false });
  const set = (column: string, ago: string) =>
    app.owner.query(`update sign_ins set ${column} = auth.now() - $2::interval where staff_member_id = $1`, [
      therapist.staffMemberId,
      ago,
    ]);

  await set('last_seen_at', '10 minutes');
  expect(await (await save(1, WORDS)).json()).toMatchObject({ state: 'saved' });
  const { rows } = await app.owner.query<{ is_quiet: boolean }>(
    `select last_seen_at < auth.now() - interval '9 minutes' as is_quiet from sign_ins where staff_member_id = $1`,
    [therapist.staffMemberId],
  );
  expect(rows[0]!.is_quiet).toBe(true);

  await set('covered_at', '30 seconds');
  const late = await save(1, 'Another text, typed on an older version.');
  expect(late.status()).toBe(401);
  expect(await late.text()).not.toContain('garden');
  const kept = await app.owner.query(`select from note_versions where note_id = $1 and cause = 'conflict'`, [noteId]);
  expect(kept.rowCount).toBe(1);

  await set('covered_at', '2 minutes');
  expect((await save(2, WORDS)).status()).toBe(401);
  expect((await send('/api/couple-labels', { words: 'a' })).status()).toBe(401);
  expect((await send('/api/curtain', { what: 'here' })).status()).toBe(401);
  expect((await send('/api/process-note-drafts', {})).status()).toBe(422);
  for (const address of ['/today', `/couples/${couple.coupleId}`, path, '/settings/account', '/settings/access']) {
    const answer = await page.request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(307);
    expect(answer.headers().location).toMatch(/^\/covered\?to=/);
    expect(await answer.text()).not.toMatch(/A\.E\.|Ada|garden/);
  }

  // Where one was is for the same account alone, whoever else signs in at that desk.
  const left = (await page.request.get(path, { maxRedirects: 0 })).headers().location!;
  await page.request.get(left.replace('/covered', '/sign-in'));
  const first = async () => (await page.request.get('/', { maxRedirects: 0 })).headers().location;
  await signIn(context, await makeStaff(app.owner, practice, ['therapist'], 'Uma Sample'));
  expect(await first()).toBe('/today');
  await app.owner.query('update sign_ins set covered_at = null where staff_member_id = $1', [therapist.staffMemberId]);
  await signIn(context, therapist);
  expect(await first()).toBe(path);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a screen that Postgres holds covered leads to the password and back', async ({
    app,
    page,
    context,
    signIn,
  }) => {
    const { therapist, path } = await noteInWriting(app.owner);
    await signIn(context, therapist);
    await app.owner.query(
      `update sign_ins set last_seen_at = auth.now() - interval '16 minutes' where staff_member_id = $1`,
      [therapist.staffMemberId],
    );
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Covered' })).toBeVisible();
    await page.getByLabel('Password').fill('not this one at all');
    await page.getByRole('button', { name: 'Show the page' }).click();
    await expect(page.getByText('This is not your password. Please write it again.')).toBeVisible();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Show the page' }).click();
    await expect(page).toHaveURL(path);
    await page.goto('/covered');
    await expect(page).toHaveURL(/\/today$/);
  });
});
