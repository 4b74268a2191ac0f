// Finding what a person would look for on a page: a field by its label, a button by its words.
import type { Locator, Page } from '@playwright/test';

type Scope = Page | Locator;

/** A field by its whole label, with or without "(optional)". */
export const field = (scope: Scope, label: string): Locator =>
  scope
    .getByLabel(label, { exact: true })
    .or(scope.getByLabel(`${label} (optional)`, { exact: true }))
    .and(scope.locator('input, textarea, select'))
    .first();

export async function fill(scope: Scope, typed: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(typed)) await field(scope, label).fill(text);
}

export const press = (scope: Scope, words: string | RegExp): Promise<void> =>
  scope
    .getByRole('button', { name: words, exact: typeof words === 'string' })
    .first()
    .click();

export const follow = (scope: Scope, words: string | RegExp): Promise<void> =>
  scope
    .getByRole('link', { name: words, exact: typeof words === 'string' })
    .first()
    .click();

/** One answer of a group of choices. */
export const choose = (scope: Scope, group: string, answer: string | RegExp): Promise<void> =>
  scope.getByRole('group', { name: group }).getByLabel(answer).first().check();

/** What a person reads on the page, for the words of a failing test. */
export const words = (page: Page): Promise<string> => page.locator('main').innerText();
