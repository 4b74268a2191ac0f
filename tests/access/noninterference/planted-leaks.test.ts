// Five leaks, planted by SQL in a database of this file's own: each is found by the properties that the day sheets hold.
import { beforeAll, describe, expect, test } from 'vitest';
import { useFreshDatabase } from '@/tests/support/database';
import { changesWithinADay, DIRECTED, differsBetweenWorlds } from './properties';
import { Story } from './story';

const planted = useFreshDatabase();
/** A leak must not be missed by chance: the same days in each run, and first those that show it. */
const SEED = 20_261_123;

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
  let watched: Story;
  beforeAll(async () => {
    watched = await new Story(planted.owner).begin();
    await planted.owner.query('alter function portal.my_day() rename to true_day');
  });

  test.each(Object.entries(LEAKS))(
    '%s',
    async (_name, expression) => {
      await planted.owner
        .query(`create or replace function portal.my_day() returns jsonb language plpgsql volatile security definer set search_path = pg_catalog as
        $$ declare day jsonb := portal.true_day(); begin return ${expression}; end $$`);
      await planted.owner.query(
        'alter function portal.my_day() owner to hearth_rules; grant execute on function portal.my_day() to hearth_actor',
      );
      const within = await changesWithinADay(watched, 120, { seed: SEED, first: DIRECTED });
      const between = within.failed ? null : await differsBetweenWorlds(watched, 120, { seed: SEED });
      const said = (between ?? within).errorInstance;
      expect(said).toBeInstanceOf(Error);
      expect((said as Error).message).toMatch(/^B could tell/);
    },
    120_000,
  );
});
