// What a partner does, on a phone, as they would do it; the same with and without JavaScript.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Person } from './admin';
import { fill, follow, press, words } from './forms';

/** The page behind the link of the mail, for a partner with the code of the card; ends on the sign-in page. */
export async function acceptInvitation(page: Page, link: string, password: string, code?: string): Promise<void> {
  await page.goto(link);
  await fill(page, { ...(code && { Code: code }), Password: password, 'Password again': password });
  await press(page, 'Continue');
  await expect(
    page.getByText('Your password is set. Sign in with it now.').or(page.locator('.form__summary')),
  ).toBeVisible();
  expect(await words(page)).toContain('Your password is set. Sign in with it now.');
}

/** Reads the first page and agrees. */
export async function agree(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'What your therapist sees' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nobody watches live' })).toBeVisible();
  await press(page, 'I have read this and agree');
  await page.waitForURL('**/home');
}

export async function signInAsPartner(page: Page, { email, password }: Person): Promise<void> {
  if (!page.url().endsWith('/sign-in')) await page.goto('/sign-in');
  await fill(page, { 'E-mail or user name': email, Password: password });
  await press(page, 'Sign in');
  await page.waitForURL(/\/(home|welcome)$/);
}

/** Goes from Today to a step by its title. */
export async function openStep(page: Page, title: string): Promise<void> {
  await page.goto('/home');
  const card = page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });
  if (await card.count()) await follow(card, 'See the step');
  else await follow(page, title);
  await page.waitForURL(/\/steps\//);
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
}

/** Answers of a step's questions by their ids; a question without one is skipped. */
export type Answers = Record<string, string | number>;

export const YES: Answers = { wantThisWeek: 'Yes', wantAlone: 'Yes', ownChoice: 'Fully', stopAllRight: 'Yes' };

/** One question a page, to the end, and sends. */
export async function answerOneByOne(page: Page, answers: Answers): Promise<void> {
  const end = page.getByRole('heading', { name: 'Ready to send' });
  for (let pages = 0; pages < 30 && !(await end.isVisible()); pages += 1) {
    const question = page.locator('[data-question]');
    await expect(question.or(end).first()).toBeVisible();
    if (await end.isVisible()) break;
    const id = (await question.first().getAttribute('data-question')) ?? '';
    const before = page.url();
    const isGiven = await give(page, id, answers[id]);
    await press(page, isGiven ? 'Continue' : 'Skip');
    await page.waitForURL((url) => url.href !== before);
  }
  await send(page);
}

/** All questions on one page, and sends. */
export async function answerAllOnOnePage(page: Page, answers: Answers): Promise<void> {
  await follow(page, 'All questions on one page');
  await page.waitForURL(/\/all$/);
  for (const [id, answer] of Object.entries(answers)) await give(page, id, answer);
  await press(page, 'Continue');
  await page.waitForURL(/\/send$/);
  await send(page);
}

async function give(page: Page, id: string, answer: string | number | undefined): Promise<boolean> {
  if (answer === undefined) return false;
  const question = page.locator(`[data-question="${id}"]`);
  if ((await question.count()) === 0) return false;
  const text = question.locator('textarea');
  if (await text.count()) await text.fill(String(answer));
  else await question.locator(`input[type=radio][value="${answer}"]`).check();
  return true;
}

async function send(page: Page): Promise<void> {
  await expect(page.getByText('Nothing has been sent yet.')).toBeVisible();
  await press(page, 'Send');
  await onSaved(page);
}

export async function onSaved(page: Page): Promise<void> {
  await page.waitForURL('**/saved');
  await expect(page.getByRole('heading', { name: 'Saved.' }), await words(page)).toBeVisible();
}

/** Words for the therapist; they are not shown again. */
export async function writeToTherapist(page: Page, text: string): Promise<void> {
  await page.goto('/write');
  await expect(page.locator('textarea'), 'nothing can be typed before a reader is chosen').toHaveCount(0);
  await page.getByRole('link', { name: /^My therapist/ }).click();
  await page.waitForURL('**/write/private');
  await page.locator('textarea').fill(text);
  await press(page, 'Send');
  await onSaved(page);
}

/** Words for the partner too, seen once as they will arrive. */
export async function shareWithPartner(page: Page, text: string): Promise<void> {
  await page.goto('/write');
  await page.getByRole('link', { name: /^My partner too/ }).click();
  await page.waitForURL('**/write/shared');
  await page.locator('textarea').fill(text);
  await press(page, 'See it as it will arrive');
  await page.waitForURL('**/write/shared/send');
  await expect(page.locator('blockquote')).toHaveText(text);
  await press(page, 'Share it');
  await onSaved(page);
}
