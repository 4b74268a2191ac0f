// The whole product once more, with everybody to whom its pages are not open: signed in, with the source in hand, and with others' ids.
import { openDatabase } from '@/db/access/open-database';
import { closePool } from '@/db/client';
import { bytesOf, formsIn, type PlainForm } from '@/tests/support/page-bytes';
import { makeCouple, makePractice, makeSignIn, makeStaff } from '@/tests/support/people';
import { signInCookie } from '@/tests/support/sign-in';
import { test as base, type PageOf, type Person, type WholeProduct } from '@/tests/support/whole-product';
import { ask, bodyOf, type Answered, type Headers } from './raw';

export type Stranger = Person & {
  kind: string;
  practiceId: string;
  staffMemberId: string | null;
  partnerId: string | null;
  accountId: string;
  /** The couples they are of, or care for. */
  coupleIds: string[];
};

export interface Attacked {
  whole: WholeProduct;
  strangers: Stranger[];
  forms: { at: PageOf; form: PlainForm }[];
}

export const test = base.extend<object, { attacked: Attacked }>({
  attacked: [
    async ({ whole }, provide) => {
      openDatabase(whole.app.database.appUrl);
      const forms = await everyForm(whole);
      await provide({ whole, forms, strangers: await makeStrangers(whole) });
      await closePool();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

async function makeStrangers({ app: { owner } }: WholeProduct): Promise<Stranger[]> {
  const found = await owner.query<{ id: string; practiceId: string }>(
    `select id, practice_id as "practiceId" from staff_members where name = 'Tess Example'`,
  );
  const { id: tess, practiceId } = found.rows[0]!;
  const here = { practiceId } as Parameters<typeof makeStaff>[1];
  const there = await makePractice(owner);
  const staff = async (kind: string, role: Parameters<typeof makeStaff>[2], at = here): Promise<Stranger> => {
    const one = await makeStaff(owner, at, role, `Ona Outsider-${kind.replaceAll(' ', '-')}`);
    return { ...one, who: kind, kind, practiceId: at.practiceId, partnerId: null, coupleIds: [] };
  };
  const partner = async (kind: string, name: string): Promise<Stranger> => {
    const { rows } = await owner.query<{ partnerId: string; accountId: string; coupleId: string }>(
      `select id as "partnerId", account_id as "accountId", couple_id as "coupleId" from partners where name = $1`,
      [name],
    );
    const { partnerId, accountId, coupleId } = rows[0]!;
    const token = await makeSignIn(owner, accountId, here, { partnerId });
    return { who: kind, kind, token, practiceId, partnerId, accountId, staffMemberId: null, coupleIds: [coupleId] };
  };
  const former = await staff('a former therapist', ['therapist']);
  await owner.query(
    `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on, to_on)
     select practice_id, couple_id, $2, 'cover', '2020-01-01', '2020-02-01' from care_team_members where staff_member_id = $1 and to_on is null`,
    [tess, former.staffMemberId],
  );
  const elsewhere = await staff('a therapist of another practice', ['therapist', 'supervisor'], there);
  const couple = await makeCouple(owner, there, elsewhere as never);
  elsewhere.coupleIds = [couple.coupleId];
  return [
    await partner('the other partner', 'Bo Sample'),
    await partner('a partner of another couple', 'Dev Fictional'),
    await staff('a therapist outside', ['therapist']),
    former,
    await staff('a supervisor of nobody', ['supervisor']),
    await staff('a scheduler', ['scheduler']),
    await staff('an admin', ['practiceAdmin']),
    elsewhere,
    await staff('an admin of another practice', ['practiceAdmin'], there),
    {
      ...couple.first,
      who: 'a partner of another practice',
      kind: 'a partner of another practice',
      practiceId: there.practiceId,
      staffMemberId: null,
      coupleIds: [couple.coupleId],
    },
  ];
}

/** Every form of every route, as the person whose page it is. */
async function everyForm(whole: WholeProduct): Promise<Attacked['forms']> {
  const found = new Map<string, Attacked['forms'][number]>();
  for (const at of whole.pages) {
    const { text } = await ask(whole.app.origin, at.path, { headers: await cookieOf(whole, at.as) });
    for (const form of formsIn(text))
      found.set(`${at.route} ${form.label} ${[...form.controls.keys()].join()}`, { at, form });
  }
  return [...found.values()];
}

export async function cookieOf({ app }: WholeProduct, { token }: Pick<Person, 'token'>): Promise<Headers> {
  if (!token) return {};
  const { name, value } = await signInCookie(token, app.keys.authSecret, app.origin);
  return { cookie: `${name}=${value}` };
}

export async function getAs(whole: WholeProduct, as: Pick<Person, 'token'>, path: string, headers: Headers = {}) {
  return ask(whole.app.origin, path, { headers: { ...(await cookieOf(whole, as)), ...headers } });
}

/** A form sent from the own origin, with a key of its own. */
export async function sendAs(
  whole: WholeProduct,
  as: Pick<Person, 'token'>,
  path: string,
  form: PlainForm,
  more: [string, string][] = [],
): Promise<Answered> {
  const fields = form.fields.map(([name, value]): [string, string] => [
    name,
    name === 'key' ? crypto.randomUUID() : value,
  ]);
  const { body, type } = await bodyOf({ ...form, fields }, more);
  const { origin } = whole.app;
  return ask(origin, path, {
    method: 'POST',
    headers: { ...(await cookieOf(whole, as)), origin, 'sec-fetch-site': 'same-origin', 'content-type': type },
    body,
  });
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
export const holdsId = (text: string): boolean => text.search(ID) >= 0;

/** The same text with ids that nobody has: one for one. */
export function nobodys(): (text: string) => string {
  const invented = new Map<string, string>();
  return (text) =>
    text.replace(ID, (id) => {
      if (!invented.has(id)) invented.set(id, crypto.randomUUID());
      return invented.get(id)!;
    });
}

/** All of an answer but what is drawn anew for each, and without any id. */
export function plain({ status, headers, text }: Answered): string {
  const head = Object.entries(headers)
    .filter(([name]) => !['date', 'content-length'].includes(name))
    .map(([name, value]) => `${name}: ${String(value)}`);
  return bytesOf(`${status}\n${head.join('\n')}\n${text}`)
    .replace(/nonce-\w+/g, 'nonce-NONCE')
    .replace(/[0-9a-f]{64}/g, 'TOKEN')
    .replace(/(this number: )[0-9a-f]{8}/g, '$1N')
    .replace(ID, 'ID');
}
