// A question of the library in other words, as a partner sees it in the preview, and a step that is retired and brought back, without a mouse.
import { expect, test } from '@/tests/support/browser';
import { followByKey as go, listenForMouse, pressByKey as press, tabTo, writeByKey } from '@/tests/support/keyboard';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { coupleAtHome } from '@/tests/support/partner-day';

const ASK = 'Did anything feel like blame?';

test('a therapist rewords a question, is told its fault, sees it as a partner does, and retires a step and brings it back', async ({
  app,
  page,
  context,
  signIn,
}) => {
  test.setTimeout(120_000);
  const at = await coupleAtHome(app.owner);
  const { rows } = await app.owner.query<{ code: string; id: string }>(
    `select code, id from steps where practice_id = $1 and code in ('S06', 'S07', 'S32')`,
    [at.practice.practiceId],
  );
  const idOf = (code: string) => rows.find((row) => row.code === code)!.id;
  await signIn(context, at.therapist);
  const mouse = await listenForMouse(page);

  await page.goto('/library', { waitUntil: 'networkidle' });
  await go(page, 'Edit questions');
  await page.waitForURL('**/library/questions');
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expect(page.getByText('A worried answer here holds what is shared').first()).toBeVisible();
  await go(page, 'Change “Did you feel blamed or shamed at any point?”');
  await page.waitForURL(/\/library\/questions\/[0-9a-f]{16}$/);
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  const ask = page.locator('[name=ask]');
  await writeByKey(page, ask, 'Did your wife blame you?');
  await press(page, 'Save the question');
  await expect(page.locator('.form__summary')).toBeFocused();
  await expect(page.locator('.field', { has: ask }).locator('.field__error')).toContainText('assumes a gender');
  await expect(page.locator('[name="answers.2.text"]'), 'nothing typed is lost').toHaveValue('Yes');
  await writeByKey(page, ask, ASK);
  await press(page, 'Save the question');
  await page.waitForURL('**/library/questions');

  for (const [version, isThere] of [
    [1, false],
    [2, true],
  ] as const) {
    await page.goto(`/library/${idOf('S07')}/preview/${version}`, { waitUntil: 'networkidle' });
    await tabTo(page, page.locator('summary', { hasText: 'Asked afterwards' }).first());
    await page.keyboard.press('Enter');
    await expect(page.getByText(ASK)).toHaveCount(isThere ? 1 : 0);
  }

  await page.goto(`/library/${idOf('S06')}`, { waitUntil: 'networkidle' });
  await press(page, 'Retire this step');
  await expect(page.getByText('take it out there, then retire it.').first()).toBeVisible();
  await page.goto(`/library/${idOf('S32')}`, { waitUntil: 'networkidle' });
  await press(page, 'Retire this step');
  await expect(page.getByText('This step is retired: it is offered no more.')).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, page.getByRole('button', { name: 'Bring it back' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Retire this step' })).toBeVisible();
  expect(mouse).toEqual([]);
});
