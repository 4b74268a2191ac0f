// Two leaks of the other's own appointments, planted by SQL in a database of this file's own, and found by the same property.
import { beforeAll, describe, expect, test } from 'vitest';
import { useFreshDatabase } from '@/tests/support/database';
import { changesWithinADay, DIRECTED } from './properties';
import { Story } from './story';

const planted = useFreshDatabase();
/** A leak must not be missed by chance: the same days in each run, and first those that show it. */
const SEED = 20_261_123;

/** Each leak is a wrapper around portal.my_appointments, as a careless change might make it. */
const LEAKS: Record<string, string> = {
  'a count beside a joint appointment': `(select jsonb_agg(a || jsonb_build_object('place', repeat('.', (select count(*)::int from public.sessions where couple_id = auth.couple_id()))))
      from jsonb_array_elements(portal.true_appointments()) a)`,
  'an appointment without its words': `portal.true_appointments() || coalesce((select jsonb_agg(jsonb_build_object('id', id, 'startsAt', starts_at, 'minutes', minutes, 'isJoint', false, 'isCancelled', true))
      from public.sessions where couple_id = auth.couple_id() and kind = 'individual' and partner_id <> auth.partner_id()), '[]')`,
};

describe('the same eyes find a planted leak:', () => {
  let watched: Story;
  beforeAll(async () => {
    watched = await new Story(planted.owner).begin();
    await planted.owner.query('alter function portal.my_appointments() rename to true_appointments');
  });

  test.each(Object.entries(LEAKS))(
    '%s',
    async (_name, expression) => {
      await planted.owner
        .query(`create or replace function portal.my_appointments() returns jsonb language sql stable security definer set search_path = pg_catalog as
        $$ select ${expression} $$`);
      await planted.owner.query(
        'alter function portal.my_appointments() owner to hearth_rules; grant execute on function portal.my_appointments() to hearth_actor',
      );
      const said = (await changesWithinADay(watched, 60, { seed: SEED, first: DIRECTED })).errorInstance;
      expect(said).toBeInstanceOf(Error);
      expect((said as Error).message).toMatch(/^B could tell/);
    },
    120_000,
  );
});
