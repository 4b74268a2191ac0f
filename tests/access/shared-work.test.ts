// What must never be about the end of shared work, said by hand (rule 13).
import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { useDatabase } from '@/tests/support/database';
import { type CoupleInTest, makeCouple } from '@/tests/support/people';
import { makeWorld, type World } from './world';

const database = useDatabase();
let world: World;
let couple: CoupleInTest;
beforeAll(async () => {
  world = await makeWorld(database.owner);
  couple = await makeCouple(database.owner, world.practice, world.therapist);
});

const ask = (token: string, statement: SQL) =>
  asActor(token, async ({ db }) => (await db.execute<Record<string, unknown>>(statement)).rows);
const refused = { code: '42501' };

describe('rule 13: the end of shared work', () => {
  test('only its own care team ends a partner’s sign-ins, and only the practice’s admin closes it from outside', async () => {
    const ends = sql`select auth.end_sign_ins_of(${couple.second.partnerId})`;
    const closes = sql`select auth.close_shared_work(${couple.coupleId})`;
    const { therapist, practiceAdmin, ...others } = world.tokens;
    const neither = [...Object.values(others), couple.first.token, couple.second.token];
    for (const token of [...neither, practiceAdmin]) await expect(ask(token, ends)).rejects.toMatchObject(refused);
    for (const token of [...neither, therapist]) await expect(ask(token, closes)).rejects.toMatchObject(refused);
    expect(await ask(couple.second.token, sql`select portal.my_day()`)).toHaveLength(1);
  });

  test('a practice admin reads nothing of a plan, and the same answer whatever was closed', async () => {
    const admin = world.tokens.practiceAdmin;
    const closes = sql`select auth.close_shared_work(${couple.coupleId})`;
    expect(await ask(admin, closes)).toEqual(await ask(admin, closes));
    expect(await ask(admin, sql`select 1 from plan_events`)).toEqual([]);
    expect(
      await ask(
        admin,
        sql`select s.at from couples c, plan.shared_end(c.id, '2100-01-01', '2100-01-01', c.time_zone) s where c.id = ${couple.coupleId}`,
      ),
    ).toEqual([]);
  });

  test('that the practice closed it is told to the care team alone, not to the admin who did, and nobody writes it by hand', async () => {
    const { practiceAdmin, therapist, ...others } = world.tokens;
    const rows = sql`select closed_by from practice_closings where couple_id = ${couple.coupleId}`;
    const seen = sql`update practice_closings set seen_at = auth.now() where couple_id = ${couple.coupleId} returning 1`;
    const closes = sql`select auth.close_shared_work(${couple.coupleId})`;
    await ask(practiceAdmin, closes);
    await ask(practiceAdmin, closes);
    for (const token of [practiceAdmin, ...Object.values(others), couple.first.token, couple.second.token]) {
      expect(await ask(token, rows)).toEqual([]);
      expect(await ask(token, seen)).toEqual([]);
    }
    expect(await ask(therapist, rows)).toHaveLength(1);
    for (const token of [practiceAdmin, therapist])
      await expect(
        ask(
          token,
          sql`insert into practice_closings (practice_id, couple_id, closed_by)
              values (${world.practice.practiceId}, ${couple.coupleId}, ${world.therapist.staffMemberId})`,
        ),
      ).rejects.toMatchObject(refused);
  });

  test('a partner cannot write or read that it ends', async () => {
    const { token, partnerId } = couple.first;
    for (const kind of ['sharedEnded', 'sharedResumed'])
      await expect(
        ask(
          token,
          sql`insert into plan_events (practice_id, couple_id, kind, partner_id, effective_on)
          values (${world.practice.practiceId}, ${couple.coupleId}, ${kind}, ${partnerId}, ${kind === 'sharedEnded' ? '2100-01-01' : null}::date)`,
        ),
      ).rejects.toMatchObject(refused);
    expect(
      await ask(token, sql`select 1 from plan.shared_end(${couple.coupleId}, '2100-01-01', '2100-01-01', 'UTC')`),
    ).toEqual([]);
  });
});
