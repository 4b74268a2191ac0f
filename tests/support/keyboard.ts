// What a person without a mouse meets: what Tab reaches, and whether they see where they are; and how they get about.
import type { Locator, Page } from '@playwright/test';

/** Everything on the page that can be pressed or typed into and that Tab never reached, and what it reached without showing it. */
export async function walkByTab(page: Page): Promise<{ missed: string[]; unseen: string[] }> {
  await page.evaluate(() => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40) || element.getAttribute('name')}”`;
    const isThere = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    const wanted = new Map<Element, string>();
    const groups = new Set<string>();
    for (const element of document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    )) {
      if (!isThere(element) || (element as HTMLInputElement).disabled || element.tabIndex < 0) continue;
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        // One stop for a group of radios.
        const group = `${element.form?.getAttribute('aria-label') ?? ''}${element.name}`;
        if (groups.has(group)) continue;
        groups.add(group);
        wanted.set(element, `group ${element.name}`);
      } else wanted.set(element, name(element));
    }
    Object.assign(window, { wanted, isShown, nameOf: name });

    function isShown(element: HTMLElement): boolean {
      // A field with a look of its own shows focus on what stands around it.
      for (let at: HTMLElement | null = element, up = 0; at && up < 3; at = at.parentElement, up += 1) {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
        if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) return true;
        if (up === 0 && boxShadow !== 'none') return true;
      }
      return false;
    }
  });
  const unseen = new Set<string>();
  let missed: string[] = [];
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { wanted, isShown, nameOf } = window as unknown as {
        wanted: Map<Element, string>;
        isShown: (element: HTMLElement) => boolean;
        nameOf: (element: Element) => string;
      };
      const focused = document.activeElement as HTMLElement | null;
      if (!focused || focused === document.body) return { isOut: true, unseen: null, missed: [...wanted.values()] };
      if (focused instanceof HTMLInputElement && focused.type === 'radio') {
        for (const one of wanted.keys())
          if (one instanceof HTMLInputElement && one.name === focused.name && one.form === focused.form)
            wanted.delete(one);
      } else wanted.delete(focused);
      return { isOut: false, unseen: isShown(focused) ? null : nameOf(focused), missed: [...wanted.values()] };
    });
    if (at.unseen) unseen.add(at.unseen);
    missed = at.missed;
    if (at.isOut) break;
  }
  return { missed, unseen: [...unseen] };
}

/** Presses Tab until this has the focus, as a person without a mouse would. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const target = wanted.first();
  await target.waitFor();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${wanted.toString()}.`);
}

export async function followByKey(page: Page, link: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: link, exact: typeof link === 'string' }));
  await page.keyboard.press('Enter');
}

export async function pressByKey(page: Page, button: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: button, exact: typeof button === 'string' }));
  await page.keyboard.press('Enter');
}

/** Puts this text in place of what stands in a field. */
export async function writeByKey(page: Page, wanted: Locator, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

const POINTING = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'mouseup', 'touchstart', 'wheel', 'dblclick'];

/** Everything a mouse or a finger does to any page of this tab from now on. */
export async function listenForMouse(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.exposeFunction('heardMouse', (what: string) => heard.push(what));
  await page.addInitScript((kinds) => {
    const tell = (what: string) => (window as unknown as { heardMouse: (what: string) => void }).heardMouse(what);
    const listen = (kind: string, isMouse: (event: Event) => boolean) =>
      addEventListener(
        kind,
        (event) => {
          if (event.isTrusted && isMouse(event)) tell(kind);
        },
        true,
      );
    for (const kind of kinds) listen(kind, () => true);
    // A button pressed by a key is clicked too, but no time in a row.
    listen('click', (event) => (event as MouseEvent).detail > 0);
  }, POINTING);
  return heard;
}

/** Goes to something by its name and presses Enter on it. */
export async function enter(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  await page.getByRole(role, { name }).first().focus();
  await page.keyboard.press('Enter');
}

export async function unfold(page: Page, summary: string, at = 0): Promise<void> {
  await page.locator('summary', { hasText: summary }).nth(at).focus();
  await page.keyboard.press('Enter');
}
