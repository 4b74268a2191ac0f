// Neither partner can learn what the other gave: the same eyes on the product as it is, and on five leaks planted in a copy.
import { beforeAll, describe, expect, test } from 'vitest';
import { useFreshDatabase } from '@/tests/support/database';
import { changesWithinADay, differsBetweenWorlds, type Tally } from './properties';
import { Story } from './story';

const PAIRS = 200;
const database = useFreshDatabase();
let story: Story;
beforeAll(async () => {
  story = await new Story(database.owner).begin();
});

describe('noninterference of the day sheet', () => {
  test(
    'rule 3: within one day no act of one partner, and nothing the therapist does, changes a byte of what the other gets',
    async () => {
      const found = await changesWithinADay(story, PAIRS / 2);
      expect(found.failed, found.errorInstance instanceof Error ? found.errorInstance.message : '').toBe(false);
    },
    120_000,
  );

  test(
    'rule 3: what one partner gets is the same for every cause of a closed day: pause, hold, no, withdrawal, worry, rest',
    async () => {
      const tally: Tally = { sameDays: 0 };
      const found = await differsBetweenWorlds(story, PAIRS / 2, tally);
      expect(found.failed, found.errorInstance instanceof Error ? found.errorInstance.message : '').toBe(false);
      expect(tally.sameDays).toBeGreaterThan(PAIRS / 2);
    },
    120_000,
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

/** Each leak is a wrapper around portal.my_day, as a careless change might make it. */
const LEAKS: Record<string, string> = {
  'a count': `day || jsonb_build_object('checkIns', (select count(*) from public.check_ins where couple_id = auth.couple_id()))`,
  'a time': `day || jsonb_build_object('changedAt', (select max(at) from public.plan_events where couple_id = auth.couple_id()))`,
  'an order': `day || jsonb_build_object('units', (select coalesce(jsonb_agg(u order by
      (select max(e.at) from public.plan_events e where e.assignment_id = (u ->> 'assignmentId')::uuid and e.partner_id <> auth.partner_id()) desc nulls last), '[]') from jsonb_array_elements(day -> 'units') u))`,
  'an error text': `case when exists (select from public.plan_events where couple_id = auth.couple_id() and partner_id <> auth.partner_id() and kind = 'paused' and at > auth.now() - interval '1 day')
      then jsonb_build_object('error', 'The plan is paused') else day end`,
  'a size': `day || jsonb_build_object('pad', repeat(' ', (select count(*)::int from public.plan_events where couple_id = auth.couple_id() and kind = 'answered')))`,
};

describe('the same eyes find a planted leak:', () => {
  const planted = useFreshDatabase();
  let watched: Story;
  beforeAll(async () => {
    watched = await new Story(planted.owner).begin();
    await planted.owner.query('alter function portal.my_day() rename to true_day');
  });

  test.each(Object.entries(LEAKS))(
    '%s',
    async (_name, expression) => {
      await planted.owner.query(`create or replace function portal.my_day() returns jsonb language plpgsql volatile security definer set search_path = pg_catalog as
        $$ declare day jsonb := portal.true_day(); begin return ${expression}; end $$`);
      await planted.owner.query('alter function portal.my_day() owner to hearth_rules; grant execute on function portal.my_day() to hearth_actor');
      const within = await changesWithinADay(watched, 40);
      const between = within.failed ? null : await differsBetweenWorlds(watched, 40);
      expect(within.failed || between?.failed).toBe(true);
    },
    120_000,
  );
});
