// What people type, however hostile or odd: kept exactly, shown as the letters it is, and nothing of it runs.
import { expect } from '@/tests/support/browser';
import { ODD_TEXTS } from '@/tests/support/attacks/odd-texts';
import { isDeep } from '@/tests/support/volume';
import { deviceOf, escaped, formsIn, type PlainForm } from '@/tests/support/page-bytes';
import { signInCookie } from '@/tests/support/sign-in';
import type { PageOf } from '@/tests/support/whole-product';
import { ask, type Headers } from './raw';
import { cookieOf, getAs, sendAs, test } from './strangers';

/** What is chosen from, and not written: a day, a time, a number, an address, a password. */
const isFree = (name: string, value: string) =>
  !/password|code|email|phone|login|address|date|time|start|stop|until|from|\bon\b|minutes|zone|url|link|color|row|search|total|year|birth/i.test(
    name,
  ) && !/^\d|@|^https?:/.test(value);

/** Two versions word by word: a text stands there in pieces. */
const DIFFERENCES = '/couples/[coupleId]/notes/[noteId]/versions/[versionId]';

/** What these do takes their page away from the other tests of all pages. */
const TAKES_ITS_PAGE = /^(Return for changes|End|Close|Cancel|Transfer|Deactivate)/;

type Sent = { at: PageOf; label: string; name: string; text: string; mark: string };

test('odd texts come back exactly, on every page that shows them, and nothing of them runs', async ({
  attacked: { whole, forms },
  browser,
}) => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  const sent = new Map<string, Sent>();
  let nth = 0;
  for (const { at, form } of forms.filter((one) => hasText(one.form) && !TAKES_ITS_PAGE.test(one.form.label)))
    for (let round = 0; round < (isDeep ? ODD_TEXTS.length : 1); round += 1) await type(at, form);

  async function type(at: PageOf, { label, controls }: PlainForm) {
    const { text: html } = await getAs(whole, at.as, at.path);
    const form = formsIn(html).find(
      (one) => one.label === label && [...controls.keys()].every((name) => one.controls.has(name)),
    );
    if (!form) return;
    const typed: Sent[] = [];
    const fields = form.fields.map(([name, value]): [string, string] => {
      if (form.controls.get(name) !== 'text' || !isFree(name, value) || isPicked(html, name)) return [name, value];
      const mark = `q${(nth += 1)}z`;
      typed.push({ at, label, name, mark, text: `${mark} ${ODD_TEXTS[nth % ODD_TEXTS.length]!} ${mark}` });
      return [name, typed.at(-1)!.text];
    });
    const answer = await sendAs(whole, at.as, at.path, { ...form, fields });
    if (answer.status >= 500) wrong.push(`${at.route} “${label}” answers ${answer.status}`);
    const isRefused = answer.status === 200 && /class="form__summary"/.test(answer.text);
    for (const one of typed)
      if (isRefused && !answer.text.includes(escaped(one.text)))
        wrong.push(`${at.route} “${label}” refused ${one.name} and lost it`);
      else if (!isRefused) sent.set(one.mark, one);
  }

  // Where each came to stand: exactly, or not at all.
  const shown = new Map<string, { page: PageOf; texts: string[] }>();
  const seen = new Set<string>();
  for (const page of whole.pages) {
    const { text: html } = await getAs(whole, page.as, page.path);
    const visible = html.replace(/<script\b[\s\S]*?<\/script>/g, '');
    for (const [mark] of visible.matchAll(/q\d+z/g)) {
      const one = sent.get(mark);
      if (!one || page.route === DIFFERENCES) continue;
      seen.add(mark);
      if (!visible.includes(escaped(one.text))) {
        if (!isCut(visible, one)) wrong.push(`${page.route} shows “${one.text}” of ${one.name} otherwise`);
        continue;
      }
      const at = shown.get(page.path) ?? { page, texts: [] };
      at.texts.push(one.text);
      shown.set(page.path, at);
    }
  }
  expect(sent.size, 'texts that were taken').toBeGreaterThan(25);
  expect(seen.size, 'texts that came back').toBeGreaterThan(15);

  // Of each route the page that shows most of them.
  const fullest = [...shown.values()].toSorted((a, b) => a.texts.length - b.texts.length);
  for (const { page, texts } of new Map(fullest.map((one) => [one.page.route, one])).values()) {
    const context = await browser.newContext({ baseURL: whole.app.origin, viewport: { width: 1280, height: 800 } });
    if (page.as.token)
      await context.addCookies([await signInCookie(page.as.token, whole.app.keys.authSecret, whole.app.origin)]);
    const tab = await context.newPage();
    tab.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`${page.route}: ${message.text().slice(0, 160)}`);
    });
    tab.on('pageerror', (error) => wrong.push(`${page.route}: ${error.message.slice(0, 160)}`));
    tab.on('dialog', (dialog) => {
      wrong.push(`${page.route}: a dialog`);
      void dialog.dismiss();
    });
    tab.on('request', (request) => {
      if (!request.url().startsWith(whole.app.origin) && !request.url().startsWith('data:'))
        wrong.push(`${page.route} asks ${request.url()}`);
    });
    await tab.goto(page.path, { waitUntil: 'load' });
    const { ran, lost } = await tab.evaluate(
      (wanted) => {
        const values = [...document.querySelectorAll('*')].flatMap((one) => [
          ...('value' in one ? [String(one.value)] : []),
          ...[...one.attributes].map(({ value }) => value),
        ]);
        const held = [document.documentElement.textContent, ...values].join('\n');
        return { ran: 'ran' in window, lost: wanted.filter((text) => !held.includes(text)) };
      },
      [...new Set(texts)],
    );
    if (ran) wrong.push(`${page.route}: something ran`);
    wrong.push(...lost.map((text) => `${page.route} does not hold “${text}” in the browser`));
    await context.close();
  }
  expect(wrong.join('\n')).toBe('');
});

/** A browser shows nothing but a day in a field for days, so whatever else is there is nobody's text. */
const isPicked = (html: string, name: string) =>
  [...html.matchAll(/<input\b[^>]*>/g)].some(
    ([tag]) => tag.includes(`name="${name}"`) && /type="(date|time|month|number|datetime-local)"/.test(tag),
  );

const hasText = ({ fields, controls }: PlainForm) =>
  fields.some(([name, value]) => controls.get(name) === 'text' && isFree(name, value));

/** A list may show the beginning of a longer text; then its second mark is not there either. */
const isCut = (html: string, { mark }: Sent) => !new RegExp(`${mark}[\\s\\S]*${mark}`).test(html);

test('what cannot be a letter is refused by every route for scripts, and breaks none', async ({
  attacked: { whole },
}) => {
  const { therapist, partner } = whole.people;
  const { rows } = await whole.app.owner.query<{ id: string; version: number }>(
    `select n.id, n.version from session_notes n join staff_members s on s.id = n.author_id where n.signed_at is null and s.name = 'Tess Example' limit 1`,
  );
  const [note] = rows;
  const odd = ['\ud800', 'a\udc00b', '\u0000', 'a\u0000b', '\u0007\u001b[31m', '\u0085', 'x'.repeat(200_000)];
  const wrong: string[] = [];
  for (const text of odd)
    for (const [route, as, body] of [
      ['/api/note-drafts', therapist, { noteId: note!.id, version: note!.version, sections: { plan: text } }],
      ['/api/drafts', partner, { about: { kind: 'words', audience: 'shared' }, name: 'text', text }],
      ['/api/couple-labels', therapist, { words: text }],
    ] as const) {
      const headers: Headers = {
        ...(await cookieOf(whole, as)),
        origin: whole.app.origin,
        'content-type': 'application/json',
      };
      const answer = await ask(whole.app.origin, route, { method: 'POST', headers, body: JSON.stringify(body) });
      if (answer.status >= 500) wrong.push(`${route} answers ${answer.status} to ${JSON.stringify(text).slice(0, 20)}`);
    }
  expect(wrong.join('\n')).toBe('');
  const device = deviceOf(
    whole.app.origin,
    await signInCookie(partner.token!, whole.app.keys.authSecret, whole.app.origin),
  );
  expect((await device.get('/write/shared')).status).toBe(200);
});

test('the access log as a file holds no cell that a spreadsheet would run', async ({ attacked: { whole } }) => {
  const { admin } = whole.people;
  await whole.app.owner.query(
    `update couples set label = '=cmd|''/C calc''!A0' where id in (select couple_id from partners where name = 'Lena Donaudampfschifffahrtsbeispielhausen')`,
  );
  const body = new URLSearchParams({ from: '', to: '' }).toString();
  const headers = {
    ...(await cookieOf(whole, admin)),
    origin: whole.app.origin,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const { status, text } = await ask(whole.app.origin, '/api/access-log', { method: 'POST', headers, body });
  expect(status).toBe(200);
  expect(text.split('\n').length).toBeGreaterThan(20);
  expect([...text.matchAll(/(^|,)"?([=+\-@\t\r][^,\n]*)/gm)].map(([, , cell]) => cell)).toEqual([]);
});
