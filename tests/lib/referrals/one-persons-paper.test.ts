// Rule 15: a release is one person's own. That person signs it, alone, behind the password; the other can't tell that there is one.
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { putPapersAway } from '@/lib/papers/open-papers';
import { readRoom } from '@/lib/room/read-room';
import { moveClock } from '../../support/clock';
import { useFreshDatabase } from '../../support/database';
import { bytesOf } from '../../support/partner-day';
import { makeSignIn } from '../../support/people';
import { hand } from '../session-notes/writing';
import { makeReferring, partnerHand, type Referring, staffHand, TELLS } from './referring';

const database = useFreshDatabase();
const begin = () => makeReferring(database.owner);

async function asked(at: Referring): Promise<string> {
  const tess = staffHand(at.therapist, at);
  const referral = await tess.refer();
  await tess.ask(referral);
  return referral;
}

describe('rule 15: something to sign', () => {
  test('is there at once, behind the password: signing in does not open it, nor does a wrong one', async () => {
    const at = await begin();
    await asked(at);
    const ada = partnerHand(at.first);
    expect(await ada.papers()).toBeNull();
    await expect(ada.open('not the password')).rejects.toMatchObject({
      fields: { password: expect.stringContaining('not your password') },
    });
    expect(await ada.papers()).toBeNull();
    await ada.open();
    expect((await ada.papers())!.map(({ tells, signedOn }) => [tells, signedOn])).toEqual([[TELLS, null]]);
  });

  test('closes after ten minutes, when it is put away, and is closed on every other device', async () => {
    const at = await begin();
    await asked(at);
    const ada = partnerHand(at.first);
    await ada.open();
    const { id } = (await ada.papers())![0]!;
    const elsewhere = await makeSignIn(database.owner, at.first.accountId, at.practice, at.first);
    expect(await partnerHand({ ...at.first, token: elsewhere }).papers()).toBeNull();
    await moveClock(database.owner, '11 minutes');
    expect(await ada.papers()).toBeNull();
    await expect(ada.answer(id, 'signed')).rejects.toThrow(/ten minutes/);
    await ada.open();
    await asActor(at.first.token, putPapersAway);
    expect(await ada.papers()).toBeNull();
    await expect(ada.answer(id, 'signed')).rejects.toThrow(/ten minutes/);
  });

  test('once signed can be read and withdrawn; “Not now”, withdrawn and taken back show nothing again', async () => {
    const at = await begin();
    const tess = staffHand(at.therapist, at);
    const referral = await asked(at);
    const ada = partnerHand(at.first);
    const release = async () => (await tess.page(referral)).referral.release;
    await ada.answerTheOne('notNow');
    expect(await ada.papers()).toEqual([]);
    expect(await release()).toMatchObject({ state: 'notNow', answeredOn: at.today });

    await tess.ask(referral, { tells: 'Something shorter.' });
    expect((await ada.papers())!.map(({ tells }) => tells)).toEqual(['Something shorter.']);
    await tess.ask(referral, { tells: 'Something else.' });
    expect((await ada.papers())!.map(({ tells }) => tells)).toEqual(['Something else.']);
    await tess.takeBack(referral);
    expect(await ada.papers()).toEqual([]);
    await tess.ask(referral);
    const { id } = (await ada.papers())![0]!;
    await ada.answer(id, 'signed');
    expect((await ada.papers())!.map(({ signedOn }) => signedOn)).toEqual([at.today]);
    await expect(ada.answer(id, 'signed')).rejects.toThrow(/not open to an answer/);
    await expect(tess.ask(referral)).rejects.toThrow(/signed already/);
    await tess.takeBack(referral);
    expect(await release()).toMatchObject({ state: 'signed' });
    await ada.answer(id, 'withdrawn');
    expect(await ada.papers()).toEqual([]);
    expect(await release()).toMatchObject({ state: 'withdrawn', answeredOn: at.today });
  });

  test('that nobody answered goes when the referral is closed', async () => {
    const at = await begin();
    const referral = await asked(at);
    await staffHand(at.therapist, at).outcome(referral, { outcome: 'notWanted' });
    const ada = partnerHand(at.first);
    await ada.open();
    expect(await ada.papers()).toEqual([]);
  });

  test('is not the other’s: not to read, not to sign, not a byte of it anywhere', async () => {
    const at = await begin();
    const bo = partnerHand(at.second);
    await bo.open();
    const before = [await bytesOf(at.second), await bo.papers()];
    await asked(at);
    const ada = partnerHand(at.first);
    await ada.open();
    const { id } = (await ada.papers())![0]!;
    await expect(bo.answer(id, 'signed')).rejects.toThrow(/not open to an answer/);
    await ada.answer(id, 'signed');
    expect([await bytesOf(at.second), await bo.papers()]).toEqual(before);
  });
});

test('rule 15: what is written about it stands nowhere in the clear, and in no joint note’s context, room view, schedule or mail', async () => {
  const at = await begin();
  const tess = staffHand(at.therapist, at);
  const canaries = ['canary-reason-7f3a', 'canary-tells-91bc', 'canary-outcome-e204'] as const;
  const referral = await tess.refer({ reason: canaries[0] });
  await tess.ask(referral, { tells: canaries[1] });
  await partnerHand(at.first).answerTheOne('signed');
  const { redirectTo } = await tess.print(referral);
  await tess.outcome(referral, { outcome: 'seen', words: canaries[2] });

  const { rows: tables } = await database.owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname in ('public', 'pgboss')`,
  );
  for (const { name } of tables) {
    const { rows } = await database.owner
      .query<{ text: string }>(`select string_agg(t::text, ' ') as text from ${name} t`)
      .catch(() => ({ rows: [{ text: '' }] }));
    for (const canary of canaries) expect(rows[0]!.text ?? '', `${canary} in ${name}`).not.toContain(canary);
  }
  expect(redirectTo).toMatch(/^[/a-z0-9-]+$/);
  const { coupleId } = at.couple;
  const note = hand(at.therapist, at.couple);
  const joint = JSON.stringify(await note.read(await note.begin()));
  const room = JSON.stringify(await tess.as((tx) => readRoom(tx, coupleId, {})));
  for (const word of [...canaries, referral, 'urologist', 'Dr. Nobody'])
    for (const page of [joint, room]) expect(page).not.toContain(word);
});
