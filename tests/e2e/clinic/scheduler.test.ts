// The front desk's day: an appointment every week made by keyboard, one of them moved, the rest cancelled, and nothing clinical in sight.
import { hash } from '@node-rs/argon2';
import type { Page } from '@playwright/test';
import { field, follow } from '@/tests/support/acts/forms';
import { signIn } from '@/tests/support/acts/admin';
import { expect, test } from '@/tests/support/browser';
import { withoutIds } from '@/tests/support/page-bytes';
import { makeCouple, makePractice, makeStaff } from '@/tests/support/people';

const PASSWORD = 'slow amber lantern field';
const visits = (page: Page) => page.locator('.visit');

/** Goes on by Tab until the wanted field has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  const wanted = field(page, label);
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${label}.`);
}

test.use({ expectedErrors: [/status of 404/] });

test('a scheduler makes a weekly appointment by keyboard, moves one of it and cancels the rest', async ({
  app,
  page,
}) => {
  const practice = await makePractice(app.owner);
  const tess = await makeStaff(app.owner, practice, ['therapist']);
  const sky = await makeStaff(app.owner, practice, ['scheduler'], 'Sky Example');
  await app.owner.query('update accounts set password_hash = $1 where id = $2', [await hash(PASSWORD), sky.accountId]);
  const { coupleId, first } = await makeCouple(app.owner, practice, tess);
  const cole = await makeStaff(app.owner, practice, ['therapist'], 'Cole Example');
  const other = await makeCouple(app.owner, practice, cole);
  await app.owner.query(
    `update partners set name = case id when $1 then 'Noel Sample' else 'Uma Example' end where couple_id = $2`,
    [other.first.partnerId, other.coupleId],
  );
  await app.owner.query(
    `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes)
     values ($1, $2, 'joint', $3, '2198-05-03 11:00 America/New_York', 50)`,
    [practice.practiceId, other.coupleId, cole.staffMemberId],
  );
  await app.owner.query('update partners set contact_instruction = $1 where id = $2', [
    'Text, weekdays 9-12, no voicemail',
    first.partnerId,
  ]);

  await test.step('whose day begins with the schedule', async () => {
    await signIn(page, { name: 'Sky Example', email: sky.email, password: PASSWORD });
    await expect(page).toHaveURL(/\/schedule$/);
    await expect(page.getByText('Nobody comes in this week.')).toBeVisible();
  });

  await test.step('makes four Tuesdays without the mouse', async () => {
    await page.goto('/schedule?on=2198-05-01');
    await page.getByRole('link', { name: 'New appointment' }).first().focus();
    await page.keyboard.press('Enter');
    await tabTo(page, 'Find a couple');
    await page.keyboard.type('noël');
    await expect(page.getByRole('listbox', { name: 'Couple' }).getByRole('option')).toHaveText([
      'Noel Sample & Uma Example',
    ]);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('sample ada');
    await page.keyboard.press('Enter');
    await page.waitForURL(/couple=/);
    expect(withoutIds(page.url())).not.toMatch(/ada|sample/i);
    await expect(page.getByRole('heading', { name: 'Ada Example & Bo Sample' })).toBeVisible();
    await tabTo(page, 'Both');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByLabel('Ada Example alone')).toBeChecked();
    await tabTo(page, 'Begins at');
    await page.keyboard.type('1000AM');
    await tabTo(page, 'Once');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'How many weeks');
    await page.keyboard.type('4');
    await tabTo(page, 'Video link');
    await page.keyboard.type('http://video.example/one');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Write an address that begins with https://.').first()).toBeVisible();
    await expect(field(page, 'How many weeks')).toHaveValue('4');
    await tabTo(page, 'Video link');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('https://video.example/one');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/schedule\?on=2198-05-01$/);
    await expect(visits(page)).toHaveText([
      /10:00.*Ada Example alone.*Don’t mention to the other.*With Tess Example/,
      /11:00.*Noel Sample & Uma Example.*With Cole Example/,
    ]);
  });

  await test.step('looks at one therapist’s week, which stays while the weeks go by', async () => {
    await tabTo(page, 'Therapist');
    await page.keyboard.type('Tess');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(visits(page)).toHaveText([/Ada Example alone/]);
    await follow(page, 'Next week');
    await expect(page.getByRole('heading', { name: /7 May to 13 May/ })).toBeVisible();
    await expect(visits(page)).toHaveText([/Ada Example alone.*No link yet/]);
    await follow(page, 'Previous week');
    await expect(field(page, 'Therapist')).toHaveValue(tess.staffMemberId);
    await expect(visits(page)).toHaveCount(1);
  });

  await test.step('reads how to reach who comes', async () => {
    await follow(page, 'Day');
    await expect(page.getByText('Text, weekdays 9-12, no voicemail')).toBeVisible();
    await expect(page.getByText('Don’t mention to the other.')).toBeVisible();
  });

  await test.step('moves the second, and meets a sentence where the hour is taken', async () => {
    await page.goto('/schedule?on=2198-05-08');
    await visits(page).first().press('Enter');
    await page.getByText('Move it').press('Enter');
    await tabTo(page, 'Day');
    await page.keyboard.type('05152198');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/This therapist has another appointment on Tuesday, 15 May/).first()).toBeVisible();
    await tabTo(page, 'Day');
    await page.keyboard.type('05102198');
    await page.keyboard.press('Enter');
    await page.waitForURL(/on=2198-05-10$/);
    await expect(visits(page)).toHaveCount(1);
  });

  await test.step('cancels the third and all after it, which stay in sight', async () => {
    await page.goto('/schedule?on=2198-05-15');
    await visits(page).first().press('Enter');
    await page.getByText('Cancel it').press('Enter');
    await tabTo(page, 'This one alone');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByLabel('This one and the one after it')).toBeChecked();
    await page.keyboard.press('Enter');
    await page.waitForURL(/on=2198-05-15$/);
    await expect(visits(page)).toHaveText([/Cancelled/]);
    await follow(page, 'Next week');
    await expect(page.getByRole('heading', { name: /21 May to 27 May/ })).toBeVisible();
    await expect(visits(page)).toHaveText([/Cancelled/]);
  });

  await test.step('and finds nothing of the couple’s record', async () => {
    for (const path of [
      '/today',
      '/caseload',
      `/couples/${coupleId}`,
      `/couples/${coupleId}/sessions`,
      '/people',
      '/settings',
    ]) {
      const answer = await page.request.get(path);
      expect(answer.status(), path).toBe(404);
      expect(await answer.text()).not.toContain('Ada Example');
    }
    await expect(page.getByRole('navigation', { name: 'Areas' }).getByRole('link')).toHaveText(['Schedule']);
  });
});
