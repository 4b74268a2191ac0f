// Rule 15, said by hand: who may answer a release, and that nothing of it changes afterwards.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '@/tests/support/database';
import { act } from './tries';
import { makeWorld, type World } from './world';

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database.owner);
});

describe('rule 15: a release', () => {
  const ask = async () => {
    const { practice, couple, therapist } = world;
    const [referral, release] = [randomUUID(), randomUUID()];
    const whose = [practice.practiceId, couple.coupleId, couple.first.partnerId];
    await database.owner.query(
      `insert into referrals (id, practice_id, couple_id, partner_id, profession, record, due_on, author_id)
       values ($1, $2, $3, $4, 'urologist', '\\x00', current_date, $5)`,
      [referral, ...whose, therapist.staffMemberId],
    );
    await database.owner.query(
      `insert into releases (id, practice_id, couple_id, partner_id, referral_id, terms, until_on, author_id)
       values ($1, $2, $3, $4, $5, '\\x00', current_date + 9, $6)`,
      [release, ...whose, referral, therapist.staffMemberId],
    );
    return release;
  };
  const answer = (release: string, partnerId: string, word = 'signed') => sql`
    insert into release_answers (practice_id, couple_id, partner_id, release_id, answer, "on")
    values (${world.practice.practiceId}, ${world.couple.coupleId}, ${partnerId}, ${release}, ${word}, current_date)`;

  test('is answered by the person it is about and by nobody else, not even in another name', async () => {
    const release = await ask();
    const { first, second } = world.couple;
    for (const [who, token] of Object.entries(world.tokens)) {
      if (who === 'partner') continue;
      for (const partnerId of [first.partnerId, second.partnerId])
        expect([who, await act(token, answer(release, partnerId))]).toEqual([
          who,
          expect.stringMatching(/42501|23503/),
        ]);
      expect([who, await act(token, answer(release, first.partnerId))]).toEqual([who, '42501']);
    }
    expect(await act(first.token, answer(release, first.partnerId))).toBe(1);
    expect(await act(first.token, answer(release, first.partnerId, 'notNow'))).toBe('23505');
  });

  test('and its answers are never changed, by anyone', async () => {
    const release = await ask();
    await act(world.couple.first.token, answer(release, world.couple.first.partnerId));
    for (const statement of [
      `update release_answers set answer = 'withdrawn' where release_id = $1`,
      `delete from release_answers where release_id = $1`,
      `update releases set until_on = until_on + 1 where id = $1`,
      `update releases set terms = '\\x01' where id = $1`,
      `delete from releases where id = $1`,
    ])
      await expect(database.owner.query(statement, [release])).rejects.toMatchObject({ code: '23001' });
  });

  test('that was taken back is not there any more for the person, and cannot be asked again', async () => {
    const release = await ask();
    const seen = () => act(world.couple.first.token, sql`select from releases where id = ${release}`);
    const takeBack = sql`update releases set taken_back_at = auth.now() where id = ${release}`;
    expect(await seen()).toBe(1);
    expect(await act(world.tokens.therapistOutside, takeBack)).toBe(0);
    expect(await act(world.tokens.therapist, takeBack)).toBe(1);
    expect(await seen()).toBe(0);
    await expect(
      database.owner.query(`update releases set taken_back_at = null where id = $1`, [release]),
    ).rejects.toMatchObject({ code: '23001' });
  });
});
