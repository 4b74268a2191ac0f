import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { agree } from '@/lib/agreements/agree';
import { Refusal } from '@/lib/errors';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { wordsInput } from '@/lib/reflections/schema';
import { confirmWords, giveWords } from '@/lib/reflections/send-words';
import { writeWords } from '@/lib/reflections/write-words';
import { listOwnWords } from '@/lib/shared-words/list-own';
import { takeBackWords } from '@/lib/shared-words/take-back-words';
import { useDatabase } from '../../support/database';
import { bytesOf, coupleAtHome, dayOf, nextDay, openSealed } from '../../support/partner-day';

const database = useDatabase();
const own = (token: string) => asActor(token, async (tx) => listOwnWords(tx, (await openMyDay(tx)).keyring));

describe('rule 6: who may read it is chosen before typing', () => {
  test('there is no default', () => {
    expect(wordsInput.safeParse({ text: 'Words' }).success).toBe(false);
  });

  test('words for the therapist are sealed and come back to nobody’s phone', async () => {
    const at = await coupleAtHome(database.owner);
    const before = await bytesOf(at.second);
    const mine = await bytesOf(at.first);
    expect(
      await asActor(at.first.token, (tx) => giveWords(tx, { audience: 'private', text: 'For you alone' })),
    ).toEqual({ redirectTo: '/saved' });
    const { rows } = await database.owner.query('select id, text, policy from reflections where partner_id = $1', [
      at.first.partnerId,
    ]);
    const sealed = { table: 'reflections', column: 'text', rowId: rows[0].id, sealed: rows[0].text };
    expect(await openSealed(at.first, at, sealed)).toBe('For you alone');
    expect(rows[0].policy).toBe('limitedSecrets');
    expect(await own(at.first.token)).toEqual([]);
    expect(await bytesOf(at.first)).toBe(mine);
    await nextDay(database.owner);
    expect((await bytesOf(at.second)).replace(/"day":"[^"]+"/, '')).toBe(before.replace(/"day":"[^"]+"/, ''));
  });

  test('sharing shows first, arrives at the turn, is dated by day and leaves after 14 days', async () => {
    const at = await coupleAtHome(database.owner);
    const { day } = await dayOf(at.first);
    const shown = await asActor(at.first.token, (tx) => giveWords(tx, { audience: 'shared', text: 'Thank you' }));
    expect(shown.redirectTo).toBe('/write/shared/send');
    expect(await own(at.first.token)).toEqual([]);
    await asActor(at.first.token, confirmWords);
    await asActor(at.first.token, confirmWords);
    expect(await own(at.first.token)).toMatchObject([{ text: 'Thank you', on: day, isWaiting: true }]);
    expect((await dayOf(at.second)).words).toEqual([]);
    await nextDay(database.owner);
    expect((await dayOf(at.second)).words).toMatchObject([{ text: 'Thank you', on: day }]);
    const [mine] = await own(at.first.token);
    expect(mine!.isWaiting).toBe(false);
    for (let days = 1; days < 14; days++) await nextDay(database.owner);
    expect((await dayOf(at.second)).words).toHaveLength(1);
    await nextDay(database.owner);
    const gone = await dayOf(at.second);
    expect(gone.words).toEqual([]);
    expect(gone.day).toBe(mine!.leavesOn);
    expect(await own(at.first.token)).toEqual([]);
  });

  test('until the turn shared words are taken back unseen, and after it not', async () => {
    const at = await coupleAtHome(database.owner);
    const before = await bytesOf(at.second);
    await asActor(at.first.token, (tx) => writeWords(tx, { audience: 'shared', text: 'On second thought' }));
    const [mine] = await own(at.first.token);
    await expect(asActor(at.second.token, (tx) => takeBackWords(tx, { id: mine!.id }))).rejects.toThrow(Refusal);
    await asActor(at.first.token, (tx) => takeBackWords(tx, { id: mine!.id }));
    expect(await bytesOf(at.second)).toBe(before);
    await nextDay(database.owner);
    expect((await dayOf(at.second)).words).toEqual([]);

    await asActor(at.first.token, (tx) => writeWords(tx, { audience: 'shared', text: 'Said' }));
    const [said] = await own(at.first.token);
    await nextDay(database.owner);
    await expect(asActor(at.first.token, (tx) => takeBackWords(tx, { id: said!.id }))).rejects.toThrow(Refusal);
    expect((await dayOf(at.second)).words.map(({ text }) => text)).toEqual(['Said']);
  });
});

describe('rule 8: the policy is each person’s own, dated agreement', () => {
  test('a change widens nothing before its author’s own yes', async () => {
    const at = await coupleAtHome(database.owner);
    await nextDay(database.owner);
    // As for someone whose account was closed while the policy changed: nobody else may get here without having agreed.
    await database.owner.query(
      `begin; set local session_replication_role = replica;
       insert into confidentiality_policies (practice_id, couple_id, policy, set_by)
       values ('${at.practice.practiceId}', '${at.couple.coupleId}', 'noSecrets', '${at.therapist.staffMemberId}');
       commit`,
    );
    expect((await dayOf(at.first)).policy).toBe('limitedSecrets');
    await nextDay(database.owner);
    expect(await dayOf(at.first)).toMatchObject({ policy: 'noSecrets', agreed: 'limitedSecrets' });
    await asActor(at.first.token, (tx) => writeWords(tx, { audience: 'private', text: 'Under the old one' }));
    await expect(asActor(at.first.token, (tx) => agree(tx, { policy: 'strictPrivate' }))).rejects.toThrow(Refusal);
    await asActor(at.first.token, (tx) => agree(tx, { policy: 'noSecrets' }));
    await asActor(at.first.token, (tx) => writeWords(tx, { audience: 'private', text: 'Under the new one' }));
    const { rows } = await database.owner.query(
      'select policy from reflections where partner_id = $1 order by sent_at',
      [at.first.partnerId],
    );
    expect(rows.map(({ policy }) => policy)).toEqual(['limitedSecrets', 'noSecrets']);
    expect((await dayOf(at.second)).agreed).toBe('limitedSecrets');
  });
});
