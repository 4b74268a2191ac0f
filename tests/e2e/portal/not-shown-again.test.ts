// Rule 7: what was given to the therapist is not shown again on that phone.
import { expect, test } from '@/tests/support/browser';
import type { Device } from '@/tests/support/page-bytes';
import { askedOf, coupleAtHome, nextDay, openFor } from '@/tests/support/partner-day';

const CANARY = /CANARY-\w+/g;

/** Pages that no link leads to when there is nothing to do there. */
const TYPED = ['/saved', '/me/new', '/welcome', '/write/private', '/write/shared', '/write/shared/send', '/home/later'];

/** Every page and download that links lead to, and those whose address someone could type. */
async function everything(device: Device, more: readonly string[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const ahead = ['/home', ...TYPED, ...more];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (seen.has(path)) continue;
    const { html, location } = await device.get(path);
    seen.set(path, html);
    if (location) ahead.push(new URL(location, 'http://here').pathname);
    for (const [, href] of html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)) ahead.push(href!);
  }
  return seen;
}

test('rule 7: after every kind of answer, consent, pause and private word, no page, file or form holds any of it', async ({
  app,
  device,
}) => {
  test.setTimeout(120_000);
  const at = await coupleAtHome(app.owner);
  const open = `/steps/${(await openFor(app.owner, at, 'S24')).assignmentId}/whole`;
  const asked = `/steps/${(await askedOf(app.owner, at, 'S12')).assignmentId}/whole`;
  const phone = await device(at.first);

  /** Fills every field of the form that shows all questions: the last choice of each, and a word of its own in each text. */
  const given: string[] = [];
  const answerAll = async (path: string) => {
    const { html } = await phone.get(`${path}/all`);
    const typed: Record<string, string> = {};
    for (const [, name, value] of html.matchAll(
      /<input[^>]*type="radio"[^>]*name="(answers\.[^"]+)"[^>]*value="([^"]+)"/g,
    ))
      // What is written goes to the therapist: shared words are one's own to see (rule 6).
      if (typed[name!] !== 'My therapist and me') typed[name!] = value!;
    for (const [, name] of html.matchAll(/<textarea[^>]*name="(answers\.[^"]+)"/g)) {
      typed[name!] = `CANARY-${given.length}`;
      given.push(typed[name!]!);
    }
    expect(Object.keys(typed).length, `questions of ${path}`).toBeGreaterThan(2);
    await phone.fill(`${path}/all`, '', typed);
    expect((await phone.fill(`${path}/send`, 'Send')).location).toBe('/saved');
  };

  const before = await everything(phone, [open, `${open}/check-in/all`, asked, `${asked}/begin/all`]);
  expect([...before.keys()], 'the crawl reaches all of the portal').toEqual(
    expect.arrayContaining(['/home', '/shared', '/appointments', '/support', '/me', '/write', open]),
  );

  await answerAll(`${open}/check-in`);
  await answerAll(`${asked}/begin`);
  await phone.fill('/write/private', '', { text: 'CANARY-private' });
  await phone.fill('/me', 'How to reach you', { words: 'CANARY-contact' });
  await phone.fill('/me', 'Ask for my data');
  await phone.fill('/me', 'Ask for the exact list');
  await phone.fill('/support', 'Pause');
  expect(given.length, 'texts among the answers').toBeGreaterThan(0);

  const after = await everything(phone, [open, `${open}/check-in/all`, asked, `${asked}/begin/all`]);
  for (const [path, html] of after) {
    expect(html.match(CANARY) ?? [], `${path} holds what was written`).toEqual([]);
    // How one has set up one's own side is no answer to anybody.
    if (path === '/me' || path === '/me/reminders') continue;
    expect(html, `${path} holds an answer that was given`).not.toMatch(/<input[^>]*\schecked\b/);
    expect(html, `${path} tells of the pause`).not.toMatch(/Paused|Take it back/);
    expect(html, `${path} lists what was sent`).not.toMatch(/you (?:sent|answered|asked|wrote|paused)/i);
  }
  // Until the turn the page after a pause is there to take it back; from then on its address tells nothing.
  await nextDay(app.owner);
  const { location, html } = await phone.get('/paused');
  expect(new URL(location!, 'http://here').pathname).toBe('/home');
  expect(html).not.toMatch(/Paused|Take it back/);
});
