// Neither partner can learn what the other gave. planted-leaks.test.ts proves that the same eyes would see it.
import { beforeAll, describe, expect, test } from 'vitest';
import { useFreshDatabase } from '@/tests/support/database';
import { timeLimit, volume } from '@/tests/support/volume';
import { differsBetweenWorlds, type Tally } from './properties';
import { Story } from './story';

const PAIRS_TRIED = { everyday: 200, deep: 20_000 };
const PAIRS = volume(PAIRS_TRIED);
const database = useFreshDatabase();
let story: Story;
beforeAll(async () => {
  story = await new Story(database.owner).begin();
});

describe('noninterference of the day sheet', () => {
  test(
    'rule 3: what one partner gets is the same for every cause of a closed day: pause, hold, no, withdrawal, worry, rest',
    async () => {
      const tally: Tally = { sameDays: 0 };
      const found = await differsBetweenWorlds(story, PAIRS / 2, { tally });
      expect(found.failed, found.errorInstance instanceof Error ? found.errorInstance.message : '').toBe(false);
      expect(tally.sameDays).toBeGreaterThan(PAIRS / 2);
    },
    timeLimit(120_000, PAIRS_TRIED),
  );

  test('rule 3: with nobody acting a shared step rests about one day in six, and never stays open for ten days', async () => {
    const found = await database.owner.query<{ rests: number; days: number; longest: number }>(`
      with a as (select gen_random_uuid() as id from generate_series(1, 60)),
      d as (select a.id, day, plan.is_rest_day(a.id, date '2026-01-01' + day) as rests from a, generate_series(0, 364) as day),
      run as (select id, count(*) filter (where not rests) as open_days from (select *, count(*) filter (where rests) over (partition by id order by day) as block from d) x group by id, block)
      select count(*) filter (where rests)::int as rests, count(*)::int as days, (select max(open_days)::int from run) as longest from d`);
    const { rests, days, longest } = found.rows[0]!;
    expect(longest).toBeLessThan(10);
    expect(days / rests).toBeGreaterThan(5.3);
    expect(days / rests).toBeLessThan(6.7);
  });
});
