// An act is done whole, once, and with its row in the log, or not at all; a door that can't count, ask or write stays shut.
import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { claimKey, settleKey } from '@/db/queries/idempotency';
import { signIn } from '@/lib/accounts/sign-in';
import { readContacts } from '@/lib/couples/read-contacts';
import { addToDo } from '@/lib/to-dos/add-to-do';
import { useFreshDatabase } from '../../support/database';
import { type CoupleInTest, makeCouple, makePractice, makeStaff, type StaffInTest } from '../../support/people';

const database = useFreshDatabase();
const sql = (text: string) => database.owner.query(text);
let therapist: StaffInTest;
let couple: CoupleInTest;
let dueOn: string;
let mend: string[] = [];

beforeAll(async () => {
  const practice = await makePractice(database.owner);
  therapist = await makeStaff(database.owner, practice);
  couple = await makeCouple(database.owner, practice, therapist);
  dueOn = (await database.owner.query<{ day: string }>(`select (auth.now() + interval '3 days')::date::text as day`))
    .rows[0]!.day;
});
afterEach(async () => {
  for (const text of mend) await sql(text);
  mend = [];
});

const toDo = () => ({ coupleId: couple.coupleId, words: 'Call the clinic', dueOn });
const toDos = async () => (await sql('select from to_dos')).rowCount;
const events = async () => (await sql('select from audit_events')).rowCount;
const state = async () => [await toDos(), await events()];

test('an act that fails at its very end leaves nothing, not even that it was tried', async () => {
  const before = await state();
  const failing = asActor(therapist.token, async (tx) => {
    await addToDo(tx, toDo());
    throw new Error('at the end');
  });
  await expect(failing).rejects.toThrow('at the end');
  expect(await state()).toEqual(before);
});

test('an act whose row can’t be written into the access log is not done, and neither is an opening', async () => {
  const before = await state();
  await sql('alter table audit_events add constraint planted check (false) not valid');
  mend.push('alter table audit_events drop constraint planted');
  await expect(asActor(therapist.token, (tx) => addToDo(tx, toDo()))).rejects.toMatchObject({ code: '23514' });
  await expect(asActor(therapist.token, (tx) => readContacts(tx, couple.coupleId))).rejects.toMatchObject({
    code: '23514',
  });
  expect(await state()).toEqual(before);
});

test('a sign-in that can’t be counted is refused', async () => {
  const attempt = () =>
    signIn({ login: therapist.email, password: 'nine copper lamps and tea', address: '192.0.2.9', device: '' });
  expect(await attempt()).toEqual({ state: 'wrong' });
  await sql('alter table rate_limits rename to rate_limits_gone');
  mend.push('alter table rate_limits_gone rename to rate_limits');
  await expect(attempt()).rejects.toMatchObject({ code: '42P01' });
});

test('who is asking can’t be resolved: nobody is', async () => {
  await sql('alter function auth.begin_as rename to begin_as_gone');
  mend.push('alter function auth.begin_as_gone rename to begin_as');
  await expect(asActor(therapist.token, async () => 'in')).rejects.toMatchObject({ code: '42883' });
});

test('a form sent fifty times at once does one thing, and answers the same each time; with another content it does nothing', async () => {
  const before = await toDos();
  const key = randomUUID();
  const hash = (body: string) => createHash('sha256').update(body).digest();
  const send = (body: string) =>
    asActor(therapist.token, async (tx) => {
      const kept = await claimKey(tx, key, hash(body));
      if (kept) return kept;
      const { message } = await addToDo(tx, toDo());
      await settleKey(tx, key, { message });
      return { message };
    });
  const answers = await Promise.all(Array.from({ length: 50 }, () => send('once')));
  expect(new Set(answers.map((answer) => answer.message))).toEqual(new Set(['Added.']));
  expect(await send('other')).toMatchObject({ refused: true });
  expect(await toDos()).toBe(before! + 1);
});
