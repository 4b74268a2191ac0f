// Who writes canaries, and how each verb is done: first once into a database that refuses to keep it, so that the error is seen too.
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { type ActorTx, asActor } from '@/db/access/as-actor';
import { hashPassword } from '@/lib/accounts/password-hash';
import { makeLog } from '@/lib/log';
import { coupleAtHome, type CoupleAtHome } from '../partner-day';
import { makeStaff, type StaffInTest } from '../people';
import { Canaries } from './canary';

export const PASSWORD = 'a plain long password';

export type Scene = CoupleAtHome & {
  owner: pg.Pool;
  supervisor: StaffInTest;
  canaries: Canaries;
  today: string;
  /** What was answered, said and thrown: none of it may hold a canary. */
  outputs: { addresses: string[]; errors: string[]; log: string[] };
  /** How often a verb ended in an error of the database. */
  failures: { count: number };
};

export async function makeScene(owner: pg.Pool): Promise<Scene> {
  const at = await coupleAtHome(owner);
  const supervisor = await makeStaff(owner, at.practice, ['supervisor'], 'Sue Example');
  const hash = await hashPassword(PASSWORD);
  const accounts = [at.therapist, supervisor, ...at.couple.partners].map(({ accountId }) => accountId);
  await owner.query('update accounts set password_hash = $1 where id = any ($2)', [hash, accounts]);
  await owner.query(
    `update practices set letter_name = 'Office at Elm Street', letter_address = '1 Elm Street' where id = $1`,
    [at.practice.practiceId],
  );
  await owner.query(
    `insert into supervisions (practice_id, supervisee_id, supervisor_id, from_on, may_see, must_approve, must_co_sign)
     values ($1, $2, $3, '2020-01-01', true, false, false)`,
    [at.practice.practiceId, at.therapist.staffMemberId, supervisor.staffMemberId],
  );
  const { rows } = await owner.query<{ today: string }>(
    `select plan.day_of(auth.now(), 'America/New_York')::text as today`,
  );
  await refuseOnDemand(owner);
  return {
    ...at,
    owner,
    supervisor,
    canaries: new Canaries(),
    today: rows[0]!.today,
    outputs: { addresses: [], errors: [], log: [] },
    failures: { count: 0 },
  };
}

/** Every table with something sealed refuses a row while a transaction asks it to, and says as much of it as Postgres does of a broken rule. */
async function refuseOnDemand(owner: pg.Pool): Promise<void> {
  await owner.query(`
    create or replace function public.refuse_on_demand() returns trigger language plpgsql as $$
    begin
      if current_setting('test.refuses', true) = 'yes' then
        raise exception 'It can’t be kept: %', new using detail = 'Failing row contains ' || new::text, errcode = '23514';
      end if;
      return new;
    end $$;
    do $$ declare t text; begin
      for t in select distinct table_name from information_schema.columns where table_schema = 'public' and data_type = 'bytea' and table_name <> 'audit_links' loop
        execute format('create or replace trigger refuse_on_demand before insert or update on public.%I for each row execute function public.refuse_on_demand()', t);
      end loop;
    end $$`);
}

/** Does a verb as its page would: refused by the database, then kept. */
export async function doAs<I, T>(
  at: Scene,
  token: string,
  verb: (tx: ActorTx, input: I) => Promise<T>,
  input: I,
): Promise<T> {
  try {
    await asActor(token, async (tx) => {
      await tx.db.execute(sql`select set_config('test.refuses', 'yes', true)`);
      await verb(tx, input);
      throw new Error('Kept in spite of it.');
    });
  } catch (error) {
    if ((error as Error).message !== 'Kept in spite of it.') at.failures.count += 1;
    at.outputs.errors.push(inspect(error, { depth: null, showHidden: true, maxStringLength: null }));
    makeLog({ write: (line) => void at.outputs.log.push(line) }).error('an act failed', error, { verb: verb.name });
  }
  const answer = await asActor(token, (tx) => verb(tx, input));
  const { redirectTo, message } = (answer ?? {}) as { redirectTo?: unknown; message?: unknown };
  at.outputs.addresses.push(...[redirectTo, message].filter((one) => typeof one === 'string'));
  return answer;
}
