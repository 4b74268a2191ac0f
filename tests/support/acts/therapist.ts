// What a therapist does, as they would do it.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { choose, field, fill, follow, press } from './forms';

export type PartnerTyped = {
  name: string;
  email: string;
  contactInstruction: string;
  emergencyContact: string;
  words: string;
};

/** One form, two partners; ends on the couple's contacts. Answers the couple's id. */
export async function makeCouple(
  page: Page,
  couple: { partners: [PartnerTyped, PartnerTyped]; reason: string; goals: string; policy: string },
): Promise<string> {
  await page.goto('/caseload');
  await follow(page, /couple/i);
  await page.waitForURL('**/couples/new');
  await page.getByText('Add a second partner').click();
  for (const [place, typed] of couple.partners.entries())
    for (const [name, text] of Object.entries(typed))
      await page.locator(`[name="partners.${place}.${name}"]`).fill(text);
  await page.getByLabel(couple.reason).check();
  await field(page, 'Their goals, in their own words').fill(couple.goals);
  await page.getByLabel(new RegExp(`^${couple.policy}`)).check();
  await field(page, 'Time zone').selectOption('America/New_York');
  await press(page, 'Make this couple');
  await page.waitForURL(/\/couples\/[0-9a-f-]{36}/);
  return /\/couples\/([0-9a-f-]{36})/.exec(page.url())![1]!;
}

/** Records the meeting alone, invites, and reads the code from the card. */
export async function meetAlone(
  page: Page,
  coupleId: string,
  name: string,
  typed: { plan: string },
): Promise<{ code: string; card: string }> {
  await page.goto(`/couples/${coupleId}/people`);
  await follow(page, `Record the meeting alone with ${name}`);
  await page.waitForURL('**/meeting');
  await choose(page, 'Were you alone with them, in the room or on the call?', 'Yes');
  await choose(page, 'How does it go on?', /^Joint work/);
  await field(page, 'Plan').fill(typed.plan);
  await press(page, 'Record the meeting');
  await page.waitForURL('**/card');
  const card = page.getByRole('article', { name: 'Card' });
  return { code: (await card.locator('.handout__code').innerText()).trim(), card: await card.innerText() };
}

/** From the couple's page, counting the presses it takes to assign what is suggested. */
export async function assignSuggested(page: Page, coupleId: string): Promise<{ presses: number; title: string }> {
  await page.goto(`/couples/${coupleId}`);
  const link = page.getByRole('link', { name: /^Assign “/ });
  const title = /“(.*)”/.exec(await link.innerText())![1]!;
  await link.click();
  await page.waitForURL(/\/assign\?step=/);
  await press(page, 'Assign');
  await onPlan(page, coupleId, title);
  return { presses: 2, title };
}

/** The same for any step of the program, found by its words. */
export async function assignByName(
  page: Page,
  coupleId: string,
  title: string,
  line?: string,
): Promise<{ presses: number }> {
  await page.goto(`/couples/${coupleId}`);
  await follow(page, 'Assign');
  await page.waitForURL(/\/assign/);
  await follow(page, `Choose ${title}`);
  await page.waitForURL(/\/assign\?step=/);
  if (line) await field(page, 'A line to both').fill(line);
  await press(page, 'Assign');
  await onPlan(page, coupleId, title);
  return { presses: 3 };
}

async function onPlan(page: Page, coupleId: string, title: string): Promise<void> {
  await page.waitForURL(new RegExp(`/couples/${coupleId}([#?].*)?$`));
  await expect(stepOf(page, title)).toBeVisible();
}

/** A step's card on the couple's page. */
export const stepOf = (page: Page, title: string) =>
  page.locator('article', { has: page.getByRole('heading', { name: title, exact: true }) });

/** One partner's lane in it. */
export const laneOf = (page: Page, title: string, name: string) =>
  stepOf(page, title).locator('.lane', { hasText: name });

/** One of a step's buttons. */
export async function actOnStep(page: Page, coupleId: string, title: string, act: string): Promise<void> {
  await page.goto(`/couples/${coupleId}`);
  const button = stepOf(page, title).getByRole('button', { name: act, exact: true });
  await button.click();
  await page.waitForLoadState('networkidle');
}

/** A joint session of today with a note begun; ends in the note. Answers its address. */
export async function beginNote(page: Page, coupleId: string, format: 'DAP' | 'SOAP' = 'DAP'): Promise<string> {
  await page.goto(`/couples/${coupleId}/sessions`);
  await follow(page, /(plan|new|record).*session|session.*(plan|new|record)/i);
  await page.waitForURL('**/sessions/new');
  await page.getByLabel(/^Both/).check();
  await fill(page, { 'Begins at': '00:30', Minutes: '50' });
  await page.getByRole('button', { name: /session/i }).click();
  await page.waitForURL(/\/sessions(\/[0-9a-f-]{36})?$/);
  await press(page, 'Start note');
  await page.waitForURL(/\/notes\/[0-9a-f-]{36}$/);
  if (format !== 'DAP') {
    await field(page, 'Format').selectOption(format);
    await press(page, 'Change format');
    await expect(page.getByText(format, { exact: true })).toBeVisible();
  }
  return page.url();
}

/** Types into a section of a note and waits until it has saved itself. */
export async function writeSection(page: Page, section: string, text: string): Promise<void> {
  const answered = page.waitForResponse('**/api/note-drafts');
  await field(page, section).fill(text);
  await answered;
}

export async function sign(page: Page, password: string): Promise<void> {
  await press(page, 'Review and sign');
  await page.waitForURL('**/review');
  // For whoever has a second step it takes a code as well.
  await page.getByLabel(/^Your password/).fill(password);
  await press(page, 'Sign the note');
  await page.waitForURL(/\/notes\/[0-9a-f-]{36}$/);
}
