// Someone else's ids, sent by whoever should not know them: answered like ids of nothing, and nothing is written.
import { expect } from '@/tests/support/browser';
import { undoActs, type Written } from '@/tests/support/attacks/undone';
import { isDeep } from '@/tests/support/volume';
import { differenceOf } from '@/tests/support/page-bytes';
import type { PageOf } from '@/tests/support/whole-product';
import { getAs, holdsId, nobodys, plain, sendAs, type Stranger, test } from './strangers';

/** What somebody's own work opens to them, said by hand: there an id of the practice leads somewhere. */
const OWN: [RegExp, RegExp][] = [
  [/^\/library\//, /therapist|supervisor|scheduler|admin/],
  [/^\/(people|access-log)(\/|$)/, /admin/],
  [/^\/schedule\//, /scheduler/],
  // The step is the couple's, and each answers it alone.
  [/^\/steps\//, /the other partner/],
];
/** A scheduler's forms for a session stand on the schedule; the same ones on the couple's page, which is not theirs, do the same. */
const isSchedulers = ({ route }: PageOf, { kind }: Stranger) =>
  kind === 'a scheduler' && route.startsWith('/couples/[coupleId]/sessions');
const isOwn = ({ route }: PageOf, { kind }: Stranger) =>
  !kind.includes('another practice') && OWN.some(([at, who]) => at.test(route) && who.test(kind));

test('a page of someone else is answered like a page of nobody', async ({ attacked: { whole, strangers } }) => {
  test.setTimeout(180_000);
  const routes = new Map(whole.pages.filter(({ path }) => holdsId(path)).map((page) => [page.route, page]));
  const pages = isDeep ? whole.pages.filter(({ path }) => holdsId(path)) : [...routes.values()];
  expect(pages.length).toBeGreaterThan(40);
  const wrong: string[] = [];
  // In a sample each page is asked for by four of the ten, and its neighbor by the others.
  for (const [nth, page] of pages.entries())
    for (const stranger of strangers.filter((one, at) => !isOwn(page, one) && (isDeep || (at + nth) % 5 < 2))) {
      const theirs = plain(await getAs(whole, stranger, page.path));
      const none = plain(await getAs(whole, stranger, nobodys()(page.path)));
      const difference = differenceOf(theirs, none);
      if (difference) wrong.push(`${page.route} for ${stranger.kind}: ${difference}`);
      if (theirs.startsWith('5')) wrong.push(`${page.route} for ${stranger.kind}: ${theirs.slice(0, 3)}`);
    }
  expect(wrong.join('\n')).toBe('');
});

/** What a person may never write, whatever they send: another practice's row, another couple's, another person's. */
function isForeign({ table, row }: Written, by: Stranger): boolean {
  const of = (column: string) => row[column] as string | null | undefined;
  if (of('practice_id') && of('practice_id') !== by.practiceId) return true;
  if (of('account_id') && of('account_id') !== by.accountId && !/admin/.test(by.kind)) return true;
  if (by.partnerId !== null) {
    const partner = table === 'partners' ? of('id') : (of('partner_id') ?? of('concerns_partner_id'));
    return (partner ?? by.partnerId) !== by.partnerId || (of('couple_id') ?? by.coupleIds[0]) !== by.coupleIds[0];
  }
  if (/admin/.test(by.kind)) return CLINICAL.test(table);
  if (/scheduler/.test(by.kind) && /^(sessions|audit_events|partners)$/.test(table)) return false;
  return Boolean(of('couple_id')) && !by.coupleIds.includes(of('couple_id')!);
}
const CLINICAL =
  /note|check_in|consent|reflection|flag|goal|diagnos|intake|meeting|plan_event|measure|referral|release|words|draft/;

test('a form of someone else, with its ids, writes nothing that is not one’s own', async ({
  attacked: { whole, strangers, forms },
}) => {
  test.setTimeout(240_000);
  const undone = await undoActs(whole.app.owner);
  const wrong: string[] = [];
  let compared = 0;
  for (const [nth, { at, form }] of forms.entries()) {
    // Each form is tried by two of them in turn, and so each of them has tried dozens.
    const two = [0, 7].map((place) => strangers[(nth + place) % strangers.length]!);
    for (const stranger of isDeep ? strangers : two) {
      const what = `${at.route} “${form.label}” by ${stranger.kind}`;
      const { answer, written } = await undone.during(() => sendAs(whole, stranger, at.path, form));
      const foreign = written.filter((one) => isForeign(one, stranger));
      if (foreign.length > 0) wrong.push(`${what} writes ${foreign.map(({ table, act }) => `${table} ${act}`).join()}`);
      if (answer.status >= 500) wrong.push(`${what}: ${answer.status}`);
      // What a form does without an id is its sender's own.
      const hasId = form.fields.some(([name, value]) => name !== 'key' && holdsId(name + value));
      if (isOwn(at, stranger) || isSchedulers(at, stranger) || !hasId) continue;
      compared += 1;
      if (written.length > 0) wrong.push(`${what} writes ${written.map(({ table, act }) => `${table} ${act}`).join()}`);
      const none = nobodys();
      const fields = form.fields.map(([name, value]): [string, string] => [
        none(name),
        name === 'key' ? value : none(value),
      ]);
      const twin = await undone.during(() => sendAs(whole, stranger, none(at.path), { ...form, fields }));
      const difference = differenceOf(plain(answer), plain(twin.answer));
      if (difference) wrong.push(`${what} is told apart: ${difference}`);
    }
  }
  await undone.end();
  expect(compared).toBeGreaterThan(100);
  expect(wrong.join('\n')).toBe('');
});

test('what notes the acts sees the one of a form that is one’s own, and undoes it', async ({
  attacked: { whole, forms },
}) => {
  const undone = await undoActs(whole.app.owner);
  const { at, form } = forms.find((one) => one.at.route === '/settings' && one.form.controls.has('name'))!;
  const before = await whole.app.owner.query('select to_jsonb(p) from practices p');
  const { written } = await undone.during(() => sendAs(whole, at.as, at.path, form));
  expect(written.map(({ table }) => table)).toContain('practices');
  const after = await whole.app.owner.query('select to_jsonb(p) from practices p');
  expect(after.rows).toEqual(before.rows);
  await undone.end();
});
