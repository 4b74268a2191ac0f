// Rest days, and sheets that are the same whenever they are made (rule 3).
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { pause } from '@/lib/pauses/pause';
import { useFreshDatabase } from '../../support/database';
import { act, answer, assign, beginWork, nextDay } from './plan-in-test';

const database = useFreshDatabase();

describe('rule 3: steps rest, so that a closed day tells nothing', () => {
  test('about one day in six, and never ten days without one, for every step', async () => {
    const shares: number[] = [];
    for (let step = 0; step < 12; step += 1) {
      const { rows } = await database.owner.query<{ rests: boolean }>(
        `select plan.is_rest_day($1, d::date) as rests from generate_series('2026-03-01'::date, '2026-03-01'::date + 599, '1 day') d order by d`,
        [randomUUID()],
      );
      expect(rows).toHaveLength(600);
      let longest = 0;
      let running = 0;
      for (const { rests } of rows) {
        running = rests ? 0 : running + 1;
        longest = Math.max(longest, running);
      }
      expect(longest, 'days in a row without a rest').toBeLessThan(10);
      shares.push(rows.filter(({ rests }) => rests).length / rows.length);
    }
    const share = shares.reduce((sum, one) => sum + one, 0) / shares.length;
    expect(share).toBeGreaterThan(1 / 7);
    expect(share).toBeLessThan(1 / 5);
    expect(Math.min(...shares)).toBeGreaterThan(0.1);
  });

  test('differ from step to step, and cannot be told from one installation for another', async () => {
    const draw = async (id: string) =>
      (
        await database.owner.query<{ days: string }>(
          `select string_agg(plan.is_rest_day($1, d::date)::int::text, '' order by d) as days from generate_series('2026-03-01'::date, '2026-05-01'::date, '1 day') d`,
          [id],
        )
      ).rows[0]!.days;
    const id = randomUUID();
    const first = await draw(id);
    expect(await draw(id)).toBe(first);
    expect(await draw(randomUUID())).not.toBe(first);
    await database.owner.query(`update auth.secrets set value = extensions.gen_random_bytes(32) where name = 'rest'`);
    expect(await draw(id)).not.toBe(first);
  });
});

describe('rule 3: a day sheet is what happened before the turn', () => {
  test('made late, it is the same sheet, whatever was done since the turn', async () => {
    const work = await beginWork(database.owner);
    const { coupleId, first, second } = work.couple;
    const held = await assign(work, 'S12');
    const asked = await assign(work, 'S13');
    await nextDay(work);
    for (const partner of [first, second]) await answer(partner, held);
    await nextDay(work, 2);

    const drawn = async () => {
      const { rows } = await work.owner.query<{ sheet: unknown }>(
        `select plan.draw_sheet($1, $2, plan.day_of(auth.now(), c.time_zone), c.time_zone, auth.now()) as sheet from couples c where c.id = $2`,
        [second.partnerId, coupleId],
      );
      return JSON.stringify(rows[0]!.sheet);
    };
    const early = await drawn();
    await answer(first, asked, { wantThisWeek: 'No', ownChoice: 'Not really', stopAllRight: 'No' });
    await asActor(first.token, pause);
    await act(work, held, 'hold');
    await act(work, asked, 'retire');
    await assign(work, 'S32');
    await work.owner.query(`update partners set status = 'deactivated', deactivated_at = auth.now() where id = $1`, [
      first.partnerId,
    ]);
    expect(await drawn()).toBe(early);
    await nextDay(work);
    expect(await drawn()).not.toBe(early);
  });
});
