// What was answered to a measure, said by hand: one person's own, and the care team's alone.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { useDatabase } from '@/tests/support/database';
import { act, countOf } from './tries';
import { makeWorld, type World } from './world';

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database.owner);
});

const score = (partnerId: string, enteredBy: string | null, id = randomUUID()) => sql`
  insert into measure_scores (id, practice_id, couple_id, partner_id, instrument, version, algorithm, "on", total, policy, entered_by)
  values (${id}, ${world.practice.practiceId}, ${world.couple.coupleId}, ${partnerId}, 'phq9', 1, 1, '2026-01-02', 12, 'noSecrets', ${enteredBy})`;
const flag = (partnerId: string, sourceId: string) => sql`
  insert into flags (practice_id, couple_id, partner_id, tier, source, source_id, reason)
  values (${world.practice.practiceId}, ${world.couple.coupleId}, ${partnerId}, 'urgent', 'measure', ${sourceId}, 'phq9.q9')`;

describe('a score', () => {
  test('is read by the care team and by nobody else, not even by the one who gave it', async () => {
    for (const [who, token] of Object.entries(world.tokens))
      for (const table of ['measures_given', 'measure_scores'])
        expect([who, table, (await countOf(token, table)) > 0]).toEqual([who, table, who === 'therapist']);
  });

  test('is sent by the person it is of, and entered by one of the care team under their own name', async () => {
    const { couple, therapist, tokens } = world;
    const [first, second] = [couple.first.partnerId, couple.second.partnerId];
    for (const [who, token] of Object.entries(tokens)) {
      expect([who, 'as sent', await act(token, score(first, null))]).toEqual([
        who,
        'as sent',
        who === 'partner' ? 1 : '42501',
      ]);
      expect([who, 'as entered', await act(token, score(second, therapist.staffMemberId))]).toEqual([
        who,
        'as entered',
        who === 'therapist' ? 1 : '42501',
      ]);
    }
  });

  test('that staff entered raises what is urgent; what a partner sent, only by that partner', async () => {
    const { couple, therapist, tokens } = world;
    const { partnerId } = couple.first;
    const [entered, sent] = [randomUUID(), randomUUID()];
    expect(await act(tokens.therapist, score(partnerId, therapist.staffMemberId, entered))).toBe(1);
    expect(await act(tokens.partner, score(partnerId, null, sent))).toBe(1);
    expect(await act(tokens.therapist, flag(partnerId, sent))).toBe('42501');
    expect(await act(tokens.therapist, flag(couple.second.partnerId, entered))).toBe('42501');
    expect(await act(tokens.therapist, flag(partnerId, entered))).toBe(1);
    expect(await act(tokens.otherPartner, flag(partnerId, sent))).toBe('42501');
    expect(await act(tokens.partner, flag(partnerId, sent))).toBe(1);
  });

  test('that a partner sent is marked by nobody as entered in error', async () => {
    const mark = sql`update measure_scores set in_error_at = auth.now() where entered_by is null`;
    for (const [who, token] of Object.entries(world.tokens))
      expect([who, await act(token, mark)]).toEqual([who, expect.toSatisfy((done) => done === 0 || done === '42501')]);
  });

  test('of the other never shows in what waits for oneself', async () => {
    const waiting = (token: string) =>
      asActor(
        token,
        async ({ db }) => (await db.execute(sql`select portal.my_measures() as waiting`)).rows[0]!.waiting,
      );
    expect(await waiting(world.tokens.partner)).toHaveLength(1);
    for (const who of ['otherPartner', 'partnerElsewhere', 'therapist', 'practiceAdmin'] as const)
      expect([who, await waiting(world.tokens[who])]).toEqual([who, []]);
  });
});
