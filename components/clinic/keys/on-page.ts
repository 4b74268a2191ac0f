/** What keys find on a page and do to it. */

const isThere = (element: HTMLElement): boolean => element.checkVisibility({ visibilityProperty: true });

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)].filter(isThere);

/** Follows the link or presses the button; `isFocus` only goes to it, where an act of consequence takes a press of its own. */
export function actOnPage(selector: string, isFocus = false): boolean {
  const found = all(selector)[0];
  if (!found) return false;
  if (isFocus || found instanceof HTMLInputElement) found.focus();
  else found.click();
  return true;
}

export function focusSearch(): boolean {
  const [field] = all('main input[type="search"]');
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
  return field !== undefined;
}

/** The rows of lists and tables, in the page's order, each with what opens it. */
const ROWS = 'main :is(tbody tr, .day-row, .step-list > li, .plan-step, .done-list > li, [data-row])';
const opener = (row: HTMLElement): HTMLElement | null =>
  row.querySelector<HTMLElement>('a[data-opens]') ?? row.querySelector<HTMLElement>('a[href], button, summary');

/** Moves to the next row's link, or the one before: the browser shows the focus, and its Enter opens. */
export function focusRow(step: 1 | -1): boolean {
  const rows = all(ROWS).filter((row) => opener(row) !== null);
  if (rows.length === 0) return false;
  const active = document.activeElement;
  const at = rows.findIndex((row) => row.contains(active));
  const next = at < 0 ? (step === 1 ? rows[0] : rows.at(-1)) : rows[at + step];
  const link = next && opener(next);
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** The main button of the form one is in. */
export function pressMain(): boolean {
  const form = document.activeElement?.closest('form');
  const buttons = [...(form?.querySelectorAll<HTMLButtonElement>('button:not([type="button"])') ?? [])];
  const main = buttons.find((button) => button.classList.contains('button--primary')) ?? buttons[0];
  if (!form || !main || main.disabled) return false;
  form.requestSubmit(main);
  return true;
}

/** A press the page knows, for the palette: its words, its key, and the element. */
export type PageAct = { words: string; keys: string; element: HTMLElement };

/** Everything on the page that is dressed as a button, once for each of its words. */
export function pageActs(): PageAct[] {
  const seen = new Set<string>();
  return all('main :is(a.button, button.button), [data-palette]').flatMap((element) => {
    if (element instanceof HTMLButtonElement && element.disabled) return [];
    const about = element.closest('form')?.getAttribute('aria-label');
    const own = element.getAttribute('aria-label') ?? element.textContent.trim().replace(/\s+/g, ' ');
    const words = about && element instanceof HTMLButtonElement && about !== own ? `${own}: ${about}` : own;
    if (!own || seen.has(words)) return [];
    seen.add(words);
    return [{ words, keys: element.dataset.keys ?? '', element }];
  });
}

/** Follows a link; presses a button, except one that destroys, which only gets the focus. */
export function chooseAct({ element }: PageAct): void {
  element.scrollIntoView({ block: 'nearest' });
  if (element.matches('.button--danger, .button--danger-soft, [data-keys="h"]')) element.focus();
  else element.click();
}
