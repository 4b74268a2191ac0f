// Whoever watches over an installation sees that somebody tries: what was refused and why, and never who or what was typed.
import { afterEach, expect, test, vi } from 'vitest';
import { authOptions } from '@/lib/accounts/auth-options';
import { hashPassword } from '@/lib/accounts/password-hash';
import { log } from '@/lib/log';
import { trySignIn } from '@/lib/rate-limits';
import { route } from '@/lib/route';
import { useDatabase } from '../../support/database';
import { makePractice, makeStaff } from '../../support/people';

const database = useDatabase();
const warn = vi.spyOn(log, 'warn').mockReturnValue(undefined);
afterEach(() => warn.mockClear());

test('each sign-in that was refused is in the log by its kind, each that was begun in its own row, and none by name', async () => {
  const { accountId, email } = await makeStaff(database.owner, await makePractice(database.owner));
  const right = 'nine copper lamps and tea';
  await database.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(right),
    accountId,
  ]);
  const rows = async () =>
    (await database.owner.query('select from sign_ins where account_id = $1', [accountId])).rowCount;
  const before = (await rows())!;
  const request = { address: `logged-${process.pid}`, device: '', half: null, onHalf: () => undefined };
  const [provider] = authOptions(request).providers as unknown as {
    options: { authorize: (typed: { login: string; password: string }) => Promise<unknown> };
  }[];
  const attempt = (password: string) => provider!.options.authorize({ login: email, password }).catch(() => null);
  expect(await attempt(right)).not.toBeNull();
  expect(warn).not.toHaveBeenCalled();
  expect(await rows()).toBe(before + 1);
  for (let n = 0; n < 6; n += 1) await attempt('not the password at all');
  const said = warn.mock.calls.map(([event, facts]) => `${event} ${facts?.code}`);
  expect(said.filter((one) => one === 'sign-in refused wrong')).toHaveLength(5);
  expect(said.filter((one) => one === 'sign-in refused wait')).toHaveLength(1);
  expect(said.filter((one) => one === 'limit reached account-address')).toHaveLength(1);
  expect(JSON.stringify(warn.mock.calls)).not.toMatch(new RegExp(`${email}|not the password|logged-`));
}, 60_000);

test('a limit is said once when it is reached, however many go on', async () => {
  const from = `limit-${process.pid}`;
  await Promise.all(Array.from({ length: 40 }, () => trySignIn('nobody@example.test', from)));
  expect(warn.mock.calls.filter(([, facts]) => facts?.code === 'account-address')).toHaveLength(1);
});

test('what came from another site is refused and said, without its words', async () => {
  const handler = route(async () => new Response('done'));
  const answer = await handler(
    new Request('http://localhost:3000/api/x', {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: 'words',
    }),
    {},
  );
  expect([answer.status, warn.mock.calls]).toEqual([403, [['refused', { door: 'route', status: 403 }]]]);
});
