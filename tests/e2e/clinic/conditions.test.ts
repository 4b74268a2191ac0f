// What one partner asks to change becomes conditions that name nobody, and what is given to one of them the other never gets.
import { devices } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { asActor } from '@/db/access/as-actor';
import { answerConsent } from '@/lib/consents/answer-consent';
import { changeTerms } from '@/lib/plan/terms/change-terms';
import { answerAllOnOnePage, answerOneByOne, openStep, YES } from '@/tests/support/acts/partner';
import { field, follow } from '@/tests/support/acts/forms';
import { expect, test } from '@/tests/support/browser';
import { passTurn } from '@/tests/support/clock';
import { followByKey, listenForMouse, pressByKey, tabTo, walkByTab, writeByKey } from '@/tests/support/keyboard';
import { bytesOf, differenceOf } from '@/tests/support/page-bytes';
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/page-checks';
import { askedOf, coupleAtHome, WANTED } from '@/tests/support/partner-day';
import { makeCouple } from '@/tests/support/people';

const CODE = 'S30';
const TITLE = 'Setbacks and keeping going';
/** In her words, for her therapist; none of them may reach the other. */
const ASKED = 'Nothing about the marigold hospital, please';
const CONDITIONS = ['Sitting, lights on', 'Topics of this month only'];
const LINE = 'Take the time it takes.';
/** For her alone. */
const ALONE = 'Feet on the cobalt rug before you begin';
const PHONE = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

test('rule 4: a change asked for on a phone without JavaScript is merged by keyboard, and both are asked anew in words that name nobody', async ({
  app,
  page,
  context,
  anotherContext,
  signIn,
  device,
}) => {
  test.setTimeout(120_000);
  const at = await coupleAtHome(app.owner);
  // Of the same practice, with the same names, answers and conditions, and with nothing given to one of them.
  const like = { ...at, couple: await makeCouple(app.owner, at.practice, at.therapist) };
  const likeUnit = await askedOf(app.owner, like, CODE);
  const unit = await askedOf(app.owner, at, CODE);
  const step = `/steps/${unit.assignmentId}/whole`;
  const couple = `/couples/${at.couple.coupleId}`;
  const phone = async (who: { token: string }) => {
    const own: BrowserContext = await anotherContext(PHONE);
    await signIn(own, who);
    return own.newPage();
  };
  const [ada, bo] = [await phone(at.first), await phone(at.second)];
  const theirs = await device(at.second);
  const home = async () => bytesOf((await theirs.get('/home')).html) + bytesOf((await theirs.get(step)).html);

  // She says yes, with changes; he says yes. The therapist had looked at the day before.
  await signIn(context, at.therapist);
  const mouse = await listenForMouse(page);
  await page.goto('/today');
  await openStep(ada, TITLE);
  await follow(ada, 'Before you begin');
  await answerOneByOne(ada, { ...YES, wantThisWeek: 'Yes, with changes', leaveOut: ASKED });
  await openStep(bo, TITLE);
  await follow(bo, 'Before you begin');
  await answerAllOnOnePage(bo, { wantThisWeek: 'Yes', ownChoice: 'Fully', stopAllRight: 'Yes' });
  for (const [partner, answers] of [
    [like.couple.first, { ...WANTED, wantThisWeek: 'Yes, with changes', leaveOut: ASKED }],
    [like.couple.second, WANTED],
  ] as const)
    await asActor(partner.token, (tx) => answerConsent(tx, { ...likeUnit, answers }));
  const before = await home();

  // The therapist comes upon it on Today, and merges it without a mouse.
  await page.goto('/today', { waitUntil: 'networkidle' });
  await expect(page.getByText(ASKED)).toHaveCount(0);
  const line = page.getByRole('link', { name: `A.E. asked for a change in “${TITLE}”` });
  await tabTo(page, line);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${couple}/steps/*/terms`);
  await page.waitForLoadState('networkidle');
  const asked = page.locator('li', { hasText: 'Ada Example' }).filter({ hasText: ASKED });
  await expect(asked).toContainText('Not merged yet');
  await expect(asked).toContainText('Yes, with changes');
  await expect(field(page, 'Conditions both see'), 'her words are not put into anyone’s mouth').toHaveValue('');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(await walkByTab(page)).toEqual({ missed: [], unseen: [] });
  await page.reload({ waitUntil: 'networkidle' });
  await writeByKey(page, field(page, 'Conditions both see'), CONDITIONS.join('\n'));
  await writeByKey(page, field(page, 'A line to both'), LINE);
  await pressByKey(page, 'Save for both');
  await page.waitForURL(/#step-/);
  await page.waitForLoadState('networkidle');
  await expect(page.getByText('What was asked is merged')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Needs a look' })).toHaveCount(0);
  await asActor(at.therapist.token, (tx) =>
    changeTerms(tx, {
      coupleId: like.couple.coupleId,
      assignmentId: likeUnit.assignmentId,
      conditions: CONDITIONS.join('\n'),
      line: LINE,
    }),
  );

  // What she alone reads has a form of its own, in the same place.
  await followByKey(page, 'See what was asked');
  await page.waitForURL('**/terms');
  await page.waitForLoadState('networkidle');
  await expect(asked).toContainText('Conditions were written since');
  await expect(page.getByText('Written today: both read it from the next turn on.')).toBeVisible();
  await expect(field(page, 'Conditions both see')).toHaveValue(CONDITIONS.join('\n'));
  await writeByKey(page, field(page, 'In your words, for Ada Example alone'), ALONE);
  await pressByKey(page, 'Save for Ada Example alone');
  await page.waitForURL(/#step-/);
  await tabTo(page, page.locator('summary', { hasText: 'What one of them alone reads' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(ALONE)).toBeVisible();
  expect(differenceOf(before, await home()), 'the other’s pages until the turn').toBeNull();
  await ada.goto('/home');
  await expect(ada.getByText(CONDITIONS[0]!)).toHaveCount(0);

  // From the next turn both are asked anew, to the same conditions; only she reads what is for her.
  await passTurn(app.owner, [unit.assignmentId, likeUnit.assignmentId]);
  for (const own of [ada, bo]) {
    await openStep(own, TITLE);
    await readsConditions(own);
    await expect(own.getByText('It has not begun.')).toBeVisible();
    await expect(own.getByText(ALONE)).toHaveCount(own === ada ? 1 : 0);
    await expectNoSidewaysScroll(own);
  }
  const sent = [];
  for (const path of [
    '/home',
    '/home/later',
    step,
    `${step}/begin`,
    `${step}/begin/all`,
    '/shared',
    '/write',
    '/papers',
  ])
    sent.push(await theirs.get(path));
  const all = sent.map(({ head, html }) => head + html).join('\n');
  expect(all).toContain(CONDITIONS[0]);
  expect(all).not.toMatch(/marigold|cobalt|Ada Example|On your own/);
  const other = await device(like.couple.second);
  const plain = (html: string, id: string) => bytesOf(html).replaceAll(id, 'STEP');
  for (const path of ['/home', 'STEP', 'STEP/begin/all']) {
    const [one, two] = await Promise.all([
      theirs.get(path.replace('STEP', step)),
      other.get(path.replace('STEP', `/steps/${likeUnit.assignmentId}/whole`)),
    ]);
    expect(
      differenceOf(plain(two.html, likeUnit.assignmentId), plain(one.html, unit.assignmentId)),
      `${path}, where nothing was given to one and where something was`,
    ).toBeNull();
  }

  // Both say yes to it, she again alone; the therapist opens it.
  for (const own of [ada, bo]) {
    await openStep(own, TITLE);
    await follow(own, 'Before you begin');
    await answerOneByOne(own, YES);
  }
  await page.goto(couple, { waitUntil: 'networkidle' });
  await expect(page.getByText('What was asked is merged')).toHaveCount(0);
  await pressByKey(page, /^Release/);
  await expect(page.getByText('Waits for your release.')).toHaveCount(0);
  await passTurn(app.owner, [unit.assignmentId]);
  for (const own of [ada, bo]) {
    await openStep(own, TITLE);
    await readsConditions(own);
    await expect(own.getByText('An open step is not a yes.')).toBeVisible();
    await expect(own.getByText(ALONE)).toHaveCount(own === ada ? 1 : 0);
  }
  expect((await theirs.get(step)).html).not.toContain('cobalt');
  expect(mouse).toEqual([]);
});

/** The same for both: the conditions and the line, and nobody’s name or own words. */
async function readsConditions(own: Page): Promise<void> {
  for (const words of [...CONDITIONS, LINE]) await expect(own.getByText(words, { exact: true })).toBeVisible();
  await expect(own.getByText(/marigold|Example|Sample/)).toHaveCount(0);
}
