// Every form there is, given what nobody should send: each answer is a sentence by the field, and nothing that was typed is lost.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect } from '@/tests/support/browser';
import { deviceOf, escaped, formsIn, type Device, type PlainForm, type Sent } from '@/tests/support/page-bytes';
import { signInCookie } from '@/tests/support/sign-in';
import { test, type PageOf, type WholeProduct } from '@/tests/support/whole-product';

const KINDS = {
  empty: '',
  'far too long': 'x'.repeat(10_000),
  odd: `🧑‍🚀 שלום "double" 'single' <script>alert(1)</script> %00 \\u0000 ${'$'}{x} ‮`,
  'with a NUL': 'before\u0000after',
} as const;
/** A choice that none of the options is. */
const NO_OPTION = 'none of them';

/** What a form may not answer: that something broke, or that it does not know itself. */
const BROKEN = /Something went wrong|reload the page and send it again|was not saved for an unknown reason/i;

/** Fields by which nothing goes back: they are never shown again. */
const isSecret = (name: string) => /password|code$/i.test(name);
const isTyped = ([name, kind]: [string, string]) => kind === 'text' && !/date|time/i.test(name);

/** What is wrong with an answer, in words; nothing when it is as it should be. */
function faultsOf(answer: Sent, typed: Record<string, string>): string[] {
  if (answer.status === 303) return [];
  if (answer.status !== 200) return [`it answered ${answer.status}`];
  const summary = /<div[^>]*class="form__summary"[^>]*>([\s\S]*?)<\/div>/.exec(answer.html)?.[1];
  if (!summary) return /class="form__done"|aria-label="Found"/.test(answer.html) ? [] : ['it says nothing'];
  const faults: string[] = [];
  const said = summary.replace(/<[^>]+>/g, ' ').trim();
  if (BROKEN.test(said)) faults.push(`it says “${said}”`);
  const named = [...summary.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)];
  for (const [, id, sentence] of named) {
    if (!/[.!?]$/.test(sentence!)) faults.push(`“${sentence}” is no sentence`);
    if (/invalid|expected|required|too (small|big|long)/i.test(sentence!))
      faults.push(`“${sentence}” is not written for people`);
    if (!answer.html.includes(`id="${id}-error"`)) faults.push(`“${sentence}” does not stand by its field`);
  }
  for (const [name, value] of Object.entries(typed)) {
    if (value === '' || isSecret(name)) continue;
    if (!answer.html.includes(escaped(value)) && !answer.html.includes(escaped(value.replace('\u0000', '�'))))
      faults.push(`what was typed into ${name} is lost`);
  }
  if (answer.html.includes('<script>alert(1)')) faults.push('a script got into the page');
  return faults;
}

const deviceFor = async (whole: WholeProduct, { as }: PageOf) =>
  deviceOf(
    whole.app.origin,
    as.token ? await signInCookie(as.token, whole.app.keys.authSecret, whole.app.origin) : undefined,
  );

/** What is odd is a right answer to these, and takes their page away from those who look at it later. Their refusals are verbs' (tests/lib/supervision). */
const TAKES_ITS_PAGE = ['Return for changes'];
/** Hidden where no script runs: a device is asked in it. */
const NEEDS_SCRIPT = ['Add a passkey'];

/** One page of each route that has a form with something to type or to choose. */
async function formsOf(whole: WholeProduct): Promise<{ at: PageOf; form: PlainForm }[]> {
  const found = new Map<string, { at: PageOf; form: PlainForm }>();
  for (const at of whole.pages) {
    const { html } = await (await deviceFor(whole, at)).get(at.path);
    for (const form of formsIn(html)) {
      if ([...form.controls.values()].every((kind) => kind === 'hidden') || TAKES_ITS_PAGE.includes(form.label))
        continue;
      found.set(`${at.route} ${form.label} ${[...form.controls.keys()].join()}`, { at, form });
    }
  }
  return [...found.values()];
}

test('without JavaScript, each form refuses in sentences by its fields and keeps what was typed', async ({ whole }) => {
  test.setTimeout(180_000);
  const wrong: string[] = [];
  const forms = (await formsOf(whole)).filter(({ form }) => !NEEDS_SCRIPT.includes(form.label));
  expect(forms.length, 'forms that were found').toBeGreaterThan(15);
  for (const { at, form } of forms) wrong.push(...(await tryForm(await deviceFor(whole, at), at.path, form)));
  expect(wrong.join('\n'), 'forms that answer badly').toBe('');
});

test('the form of the first run refuses and keeps just so', async ({ emptyApp }) => {
  const { pathname } = new URL(await emptyApp.setUpLink());
  const device = deviceOf(emptyApp.origin);
  const [form] = formsIn((await device.get(pathname)).html);
  expect((await tryForm(device, pathname, form!)).join('\n')).toBe('');
});

/** Sends a form everything nobody should send; says what was wrong with the answers. */
async function tryForm(device: Device, path: string, form: PlainForm): Promise<string[]> {
  const wrong: string[] = [];
  for (const [kind, text] of Object.entries(KINDS)) {
    const typed = Object.fromEntries([...form.controls].filter(isTyped).map(([name]) => [name, text]));
    const fresh = await freshForm(device, path, form);
    if (!fresh) return wrong;
    const answer = await device.send(path, fresh, typed);
    // A draft of a note may have any section empty.
    const mayNot =
      kind === 'empty'
        ? [...fresh.required].some((name) => name in typed) && form.label !== 'Session note'
        : kind === 'with a NUL' && Object.keys(typed).length > 0;
    wrong.push(...faultsOf(answer, typed).map((fault) => `${path} “${form.label}”, ${kind}: ${fault}`));
    if (mayNot && answer.status === 303) wrong.push(`${path} “${form.label}”, ${kind}: it was taken`);
  }
  const chosen = Object.fromEntries(
    [...form.controls].filter(([, kind]) => kind === 'choice').map(([name]) => [name, NO_OPTION]),
  );
  const fresh = await freshForm(device, path, form);
  if (!fresh || Object.keys(chosen).length === 0) return wrong;
  const answer = await device.send(path, fresh, chosen);
  wrong.push(...faultsOf(answer, {}).map((fault) => `${path} “${form.label}”, wrong type: ${fault}`));
  if (answer.status === 303) wrong.push(`${path} “${form.label}”: a choice that is none was taken`);
  return wrong;
}

/** The form as the page holds it now, with its buttons' value: an earlier try may have changed the page. */
async function freshForm(device: Device, path: string, { label, controls }: PlainForm): Promise<PlainForm | null> {
  const { html } = await device.get(path);
  const form = formsIn(html).find(
    (one) => one.label === label && [...controls.keys()].every((name) => one.controls.has(name)),
  );
  if (!form) return null;
  return form.button ? { ...form, fields: [...form.fields, form.button] } : form;
}

test('with JavaScript, what was typed stays in its fields when a form is refused', async ({ whole, browser }) => {
  test.setTimeout(180_000);
  const wrong: string[] = [];
  const contexts = new Map<string, BrowserContext>();
  for (const { at, form } of await formsOf(whole)) {
    const names = [...form.controls]
      .filter(isTyped)
      .map(([name]) => name)
      .filter((name) => !isSecret(name));
    if (names.length === 0) continue;
    const context = contexts.get(at.as.who) ?? (await contextOf(whole, at, browser));
    contexts.set(at.as.who, context);
    const page = await context.newPage();
    await page.goto(at.path, { waitUntil: 'networkidle' });
    const fault = await sendTooMuch(page, names);
    if (fault) wrong.push(`${at.path} “${form.label}”: ${fault}`);
    await page.close({ runBeforeUnload: false });
  }
  for (const context of contexts.values()) await context.close();
  expect(wrong.join('\n'), 'forms that lose what was typed').toBe('');
});

async function contextOf(whole: WholeProduct, { as }: PageOf, browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: whole.app.origin });
  if (as.token) await context.addCookies([await signInCookie(as.token, whole.app.keys.authSecret, whole.app.origin)]);
  return context;
}

/** Puts far too much into every field, past what the field itself would take, and sends it. */
async function sendTooMuch(page: Page, names: string[]): Promise<string | null> {
  // Far too long for any field, and together still within what a request may hold.
  const long = 'y'.repeat(Math.min(60_000, Math.floor(800_000 / names.length)));
  const isSent = await page.evaluate(
    ({ fields, text }) => {
      const isFree = ({ type }: HTMLInputElement) => ['text', 'email', 'tel', 'url', 'textarea'].includes(type);
      const find = (name: string) => document.querySelector<HTMLInputElement>(`form [name="${name}"]`);
      for (const closed of document.querySelectorAll('details')) closed.open = true;
      const form = find(fields[0]!)?.form;
      if (!form) return false;
      const free = fields.map(find).filter((field) => field && isFree(field));
      if (free.length === 0) return null;
      for (const field of free) {
        field!.value = text;
        field!.dispatchEvent(new Event('input', { bubbles: true }));
      }
      form.requestSubmit(form.querySelector<HTMLElement>('button[type=submit]:not([name=skip])'));
      return true;
    },
    { fields: names, text: long },
  );
  // Numbers, days and times alone: a browser lets nothing else in.
  if (isSent === null) return null;
  if (!isSent) return 'it could not be sent';
  // A note that saves itself says beside its buttons that it was not saved.
  const summary = page.locator('.form__summary, .status-line[data-status=unsaved]').first();
  const refused = await summary.waitFor({ timeout: 15_000 }).then(
    () => true,
    () => false,
  );
  if (!refused)
    return `it was not refused; the page reads: ${(
      await page
        .locator('main')
        .innerText({ timeout: 1_000 })
        .catch(() => page.url())
    ).slice(0, 200)}`;
  const said = await summary.innerText();
  if (BROKEN.test(said)) return `it says “${said}”`;
  const lost = await page.evaluate(
    ({ fields, length }) =>
      fields.filter((name) => {
        const field = document.querySelector<HTMLInputElement>(`form [name="${name}"]`);
        return (
          field && ['text', 'email', 'tel', 'url', 'textarea'].includes(field.type) && field.value.length !== length
        );
      }),
    { fields: names, length: long.length },
  );
  return lost.length > 0 ? `what was typed into ${lost.join(', ')} is lost` : null;
}
