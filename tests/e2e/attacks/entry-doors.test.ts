// Sign-in, invitations and resets: whoever tries learns nothing of who has an account here, from no byte of any answer.
import { expect, test } from '@/tests/support/browser';
import { hashPassword } from '@/lib/accounts/password-hash';
import { drawUserName } from '@/lib/accounts/user-name';
import { isDeep, volume } from '@/tests/support/volume';
import { differenceOf, formsIn } from '@/tests/support/page-bytes';
import { makeCouple, makePractice, makeStaff } from '@/tests/support/people';
import type { TestApp } from '@/tests/support/app';
import { ask, bodyOf, type Answered, type Headers } from './raw';
import { plain } from './strangers';

const PASSWORD = 'nine copper lamps and tea';
let next = 0;
/** An address of its own for each try, as a proxy in front would say: limits have tests of their own. */
const from = (): Headers => ({ 'x-forwarded-for': `203.0.113.${(next += 1)}` });

async function everyKindOfPerson({ owner }: TestApp) {
  const practice = await makePractice(owner);
  const hash = await hashPassword(PASSWORD);
  const withPassword = async <P extends { accountId: string }>(person: P) => {
    await owner.query('update accounts set password_hash = $1 where id = $2', [hash, person.accountId]);
    return person;
  };
  const therapist = await withPassword(await makeStaff(owner, practice));
  const { first, second } = await makeCouple(owner, practice, therapist);
  const gone = await withPassword(await makeStaff(owner, practice));
  await owner.query(`update staff_members set status = 'deactivated' where id = $1`, [gone.staffMemberId]);
  const ended = await withPassword(second);
  await owner.query('update accounts set password_ended_at = auth.now() where id = $1', [ended.accountId]);
  const named = await withPassword(await makeStaff(owner, practice));
  const userName = drawUserName();
  await owner.query('update accounts set email = null, user_name = $1 where id = $2', [userName, named.accountId]);
  const invited = await makeStaff(owner, practice);
  return {
    'a therapist': therapist.email,
    'a partner': (await withPassword(first)).email,
    'someone who left': gone.email,
    'someone whose password was ended': ended.email,
    'someone with a user name': userName,
    'someone without a password yet': invited.email,
  };
}

/** The same length, so that a form which shows it again shows as much. */
const unknown = (login: string) =>
  login.includes('@') ? `z${login.slice(1)}` : login.replaceAll('-', '').length === 9 ? drawUserName() : login;

async function trySignIn({ origin }: TestApp, login: string, password: string, header: Headers): Promise<Answered> {
  const page = await ask(origin, '/sign-in', { headers: header });
  const cookie = String(page.headers['set-cookie']).split(';')[0]!;
  const csrfToken = /name="csrfToken" value="([^"]+)"/.exec(page.text)![1]!;
  return ask(origin, '/api/auth/callback/credentials', {
    method: 'POST',
    headers: { ...header, cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ login, password, csrfToken }).toString(),
  });
}

/** The answer, and the page it leads to. */
async function shownAfter(app: TestApp, login: string, password: string): Promise<string> {
  const answer = await trySignIn(app, login, password, from());
  const cookies = (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]!);
  const page = await ask(app.origin, '/sign-in', { headers: { cookie: cookies.join('; ') } });
  const shown = [answer, page].map((one) => plain({ ...one, text: one.text.replaceAll(login, 'LOGIN') })).join('\n');
  return shown.replace(/(notice=)[\w.-]+/g, '$1…').replace(/Expires=[^;]+/g, 'Expires=…');
}

test('a wrong password of anyone, and any password of nobody, get equal bytes and cookies of equal length', async ({
  app,
}) => {
  const people = await everyKindOfPerson(app);
  const wrong: string[] = [];
  for (const [who, login] of Object.entries(people)) {
    const isOut = /left|ended|without/.test(who);
    const of = await shownAfter(app, login, isOut ? PASSWORD : 'not the password at all');
    expect(of, who).toContain('don’t fit together');
    const difference = differenceOf(of, await shownAfter(app, unknown(login), PASSWORD));
    if (difference) wrong.push(`${who}: ${difference}`);
  }
  expect(wrong.join('\n')).toBe('');
});

test('asking for a reset, and any link of a reset or an invitation, are answered alike', async ({ app }) => {
  const { owner, origin } = app;
  const people = await everyKindOfPerson(app);
  const send = async (path: string, typed: Record<string, string>) => {
    const page = await ask(origin, path);
    const form = formsIn(page.text)[0]!;
    const fields = form.fields.map(([name, value]): [string, string] => [name, typed[name] ?? value]);
    const { body, type } = await bodyOf({ ...form, fields });
    const headers = { ...from(), origin, 'content-type': type };
    const answer = await ask(origin, path, { method: 'POST', headers, body });
    const token = path.split('/')[2] ?? 'none';
    const hide = (one: Answered) =>
      plain({ ...one, text: one.text.replaceAll(token, 'LINK').replaceAll(typed.email ?? 'none', 'EMAIL') });
    return { page: hide(page), answer: hide(answer), status: answer.status };
  };
  const wrong: string[] = [];
  for (const [who, email] of Object.entries(people).filter(([, login]) => login.includes('@'))) {
    const [known, none] = [await send('/reset', { email }), await send('/reset', { email: unknown(email) })];
    const difference = differenceOf(known.answer, none.answer);
    if (difference) wrong.push(`a reset for ${who}: ${difference}`);
  }

  const { rows } = await owner.query<{ id: string }>('select id from password_resets order by created_at limit 1');
  expect(rows).toHaveLength(1);
  const { resetToken } = await import('@/lib/accounts/resets/reset-token');
  const used = resetToken(rows[0]!.id);
  await owner.query('update password_resets set used_at = auth.now() where id = $1', [rows[0]!.id]);
  const invented = ['A'.repeat(43), 'b'.repeat(43), 'zq9-7', 'abcd-efgh-jkmn'];
  for (const path of ['/reset/', '/i/']) {
    const passwords = { password: PASSWORD, passwordAgain: PASSWORD, code: 'AAAAAA' };
    const tried = await Promise.all([used, ...invented].map((token) => send(path + token, passwords)));
    for (const one of tried) {
      const differences = [differenceOf(one.page, tried[0]!.page), differenceOf(one.answer, tried[0]!.answer)];
      wrong.push(...differences.filter((difference) => difference !== null).map((said) => `${path}: ${said}`));
      if (one.status !== 200) wrong.push(`${path}: ${one.status}`);
    }
  }
  expect(wrong.join('\n')).toBe('');
});

test('200 tries at once from one place: exactly 5 reach the password, and then the right one is not let in', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { 'a therapist': login } = await everyKindOfPerson(app);
  const header = from();
  const page = await ask(app.origin, '/sign-in', { headers: header });
  const cookie = String(page.headers['set-cookie']).split(';')[0]!;
  const csrfToken = /name="csrfToken" value="([^"]+)"/.exec(page.text)![1]!;
  const trying = (nth: number, password: string) =>
    ask(app.origin, '/api/auth/callback/credentials', {
      method: 'POST',
      // What a client claims in front of what its proxy says counts for nothing.
      headers: {
        'x-forwarded-for': `10.0.0.${nth}, ${header['x-forwarded-for']}`,
        cookie,
        origin: app.origin,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ login: nth % 2 ? login : login.toUpperCase(), password, csrfToken }).toString(),
    });
  const tries = await Promise.all(Array.from({ length: 200 }, (_, nth) => trying(nth, 'not the password at all')));
  expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([303]));
  let reached = 0;
  for (const { headers } of tries) {
    const cookies = (headers['set-cookie'] ?? []).map((one) => one.split(';')[0]!).join('; ');
    const { text } = await ask(app.origin, '/sign-in', { headers: { cookie: cookies } });
    expect(text).toMatch(/don’t fit together|Too many tries/);
    if (text.includes('don’t fit together')) reached += 1;
  }
  expect(reached).toBe(5);
  const late = await trying(200, PASSWORD);
  const isIn = (late.headers['set-cookie'] ?? []).some((one) => /^in=[^;]{20}/.test(one));
  expect(isIn, 'the right password after them').toBe(false);
  const { rows } = await app.owner.query<{ n: number }>(
    `select count(*)::int as n from sign_ins s join accounts a on a.id = s.account_id where a.email = $1 and s.device = 'A browser' and s.created_at > auth.now() - interval '2 minutes'`,
    [login],
  );
  expect(rows[0]!.n, 'sign-ins beside the one that was there').toBe(1);
});

if (isDeep)
  test('how long a refusal takes tells nothing', async ({ app }) => {
    test.setTimeout(1_800_000);
    const { 'a therapist': login } = await everyKindOfPerson(app);
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let nth = 0; nth < volume({ everyday: 20, deep: 2_000 }); nth += 1) {
      // The account's own slowness would hide everything else.
      await app.owner.query('delete from rate_limits');
      for (const who of nth % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
        const begun = performance.now();
        await trySignIn(app, who === 'known' ? login : unknown(login), 'not the password at all', from());
        times[who].push(performance.now() - begun);
      }
    }
    const median = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)]!;
    expect(Math.abs(median(times.known) / median(times.unknown) - 1)).toBeLessThan(0.05);
  });
