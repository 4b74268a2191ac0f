// What a practice admin does, as they would do it.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { authenticator } from './authenticator';
import { choose, field, fill, follow, press } from './forms';

export const PRACTICE = {
  name: 'Example Practice',
  senderName: 'The Office',
  closeUrl: 'https://weather.example/',
};

export type Person = { name: string; email: string; password: string };

/** The page of the set-up link, down to its button; ends on the sign-in page. */
export async function setUpPractice(page: Page, link: string, admin: Person): Promise<void> {
  await page.goto(link);
  await fill(page, {
    'Name of the practice': PRACTICE.name,
    'Sender of mails': PRACTICE.senderName,
    'Where Close goes': PRACTICE.closeUrl,
    'Contact 1: who': 'Example Line',
    'Contact 1: how': '555 0100, day and night',
    'Your name': admin.name,
    'Your e-mail address': admin.email,
    Password: admin.password,
    'Password again': admin.password,
  });
  await field(page, 'Time zone').selectOption('America/New_York');
  await press(page, 'Create the practice');
  await expect(page.getByText('Your password is set. Sign in with it now.')).toBeVisible();
}

/** From the sign-in page to wherever this person's day begins. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  if (!page.url().endsWith('/sign-in')) await page.goto('/sign-in');
  await fill(page, { 'E-mail or user name': email, Password: password });
  await press(page, 'Sign in');
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in' && !pathname.startsWith('/api/'));
  if (page.url().endsWith('/sign-in/step')) {
    await fill(page, { Code: written.get(email)!.pop()! });
    await press(page, 'Continue');
    await page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in') && !pathname.startsWith('/api/'));
  }
  if (page.url().endsWith('/second-step')) {
    written.set(email, await setUpSecondStep(page, password));
    await page.goto('/');
    await page.waitForURL(({ pathname }) => pathname !== '/');
  }
}

/** The recovery codes that each wrote down. */
const written = new Map<string, string[]>();

/** On the page of the second step: scans it, writes its code, and answers the recovery codes. */
export async function setUpSecondStep(page: Page, password: string): Promise<string[]> {
  const app = authenticator(await page.locator('.qr__key').innerText());
  const form = page.getByRole('form', { name: 'Authenticator app' });
  await fill(form, { 'Code from the app': app.next(), 'Your password': password });
  await press(page, 'Turn it on');
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
  const codes = await page.locator('.recovery-codes code').allInnerTexts();
  expect(codes).toHaveLength(10);
  await press(page, 'I have written them down');
  await page.waitForURL(({ pathname }) => /^\/(settings\/account|me)$/.test(pathname));
  return codes;
}

export async function inviteTherapist(page: Page, therapist: Person): Promise<void> {
  await page.goto('/people');
  await follow(page, 'Invite someone');
  await fill(page, { Name: therapist.name, Credential: 'LMFT', 'E-mail address': therapist.email });
  await choose(page, 'Roles', /^Therapist/);
  await press(page, 'Invite');
  await expect(page.getByRole('heading', { name: therapist.name })).toBeVisible();
}

/** Ends a partner's access; nobody is told. */
export async function deactivate(page: Page, name: string): Promise<void> {
  await page.goto('/people?list=partners');
  await follow(page, name);
  await page.getByText('Deactivate this account').click();
  await press(page, 'Deactivate');
  await expect(page.getByText('Deactivated', { exact: true }).first()).toBeVisible();
}
