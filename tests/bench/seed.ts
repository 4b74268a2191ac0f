// The practice that is measured: a therapist with a full caseload, and a crowd of partners with a check-in ready to send.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { makePractice, makeStaff, type PracticeInTest, type StaffInTest } from '@/tests/support/people';
import { addCouple, type CoupleInBench, PLANNED, type Rows, type StepOfPlan } from './couples';
import { insertRows } from './insert-rows';

export interface Practice {
  practice: PracticeInTest;
  therapist: StaffInTest;
  /** The caseload of that therapist. */
  couples: CoupleInBench[];
  /** Everyone else's couples. */
  crowd: CoupleInBench[];
}

const THERAPISTS_COUPLES = 25;

export async function seed(
  owner: pg.Pool,
  { caseload = THERAPISTS_COUPLES, crowd: others = 700 } = {},
): Promise<Practice> {
  // In the evening, so that no turn passes meanwhile.
  await owner.query(
    `select auth.move_clock(((auth.now() at time zone 'America/New_York')::date + time '20:00') at time zone 'America/New_York' - auth.now())`,
  );
  const practice = await makePractice(owner);
  const therapist = await makeStaff(owner, practice);
  const colleagues: StaffInTest[] = [];
  for (let made = 0; made < others / THERAPISTS_COUPLES; made += 1) colleagues.push(await makeStaff(owner, practice));

  const ground = await groundOf(owner, practice, 2 * (caseload + others));
  const rows: Rows = new Map(TABLES.map((table) => [table, []]));
  const couples = Array.from({ length: caseload }, (_, nth) => addCouple(rows, ground, therapist, nth));
  const crowd = Array.from({ length: others }, (_, nth) =>
    addCouple(rows, ground, colleagues[nth % colleagues.length]!, nth),
  );
  await insertAll(owner, rows);
  await drawSheets(owner, practice);
  await owner.query('analyze');
  return { practice, therapist, couples, crowd };
}

/** In the order of their keys. */
export const TABLES = [
  'couples',
  'accounts',
  'partners',
  'sign_ins',
  'agreements',
  'confidentiality_policies',
  'intakes',
  'meetings_alone',
  'data_keys',
  'assignments',
  'plan_events',
  'consents',
  'check_ins',
  'flags',
  'sessions',
  'session_attendances',
  'shared_words',
  'drafts',
];

/** Plan events are stamped with the time of their statement: here they have a past. */
async function insertAll(owner: pg.Pool, rows: Rows): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin; alter table plan_events disable trigger plan_events_stamp');
    for (const [table, made] of rows) await insertRows(client, table, made);
    await client.query('alter table plan_events enable trigger plan_events_stamp; commit');
  } finally {
    client.release();
  }
}

async function groundOf(owner: pg.Pool, practice: PracticeInTest, open: number) {
  const now = (await owner.query<{ now: Date }>('select auth.now() as now')).rows[0]!.now;
  const steps = await owner.query<StepOfPlan & { code: string }>(
    `select s.code, v.id as "versionId", v.content ->> 'mode' as mode, (v.content ->> 'intensity')::int as intensity, v.content ->> 'consentEvery' as "consentEvery"
       from steps s join step_versions v on v.step_id = s.id where s.practice_id = $1 and s.code = any ($2)`,
    [practice.practiceId, PLANNED],
  );
  const drawn = Array.from({ length: open * 2 }, () => randomUUID());
  const awake = await owner.query<{ id: string }>(
    `select id from unnest($1::uuid[]) as id where not plan.is_rest_day(id, plan.day_of($2, 'America/New_York')) limit $3`,
    [drawn, now, open],
  );
  return {
    practice,
    now,
    steps: new Map(steps.rows.map((step) => [step.code, step])),
    awake: awake.rows.map(({ id }) => id),
  };
}

/** Today's sheets, as the first page of each partner's day would have made them. */
async function drawSheets(owner: pg.Pool, practice: PracticeInTest): Promise<void> {
  await owner.query(
    `insert into day_sheets (partner_id, "on", practice_id, content)
     select p.id, d.day, p.practice_id, plan.draw_sheet(p.id, c.id, d.day, c.time_zone, auth.now())
       from partners p join couples c on c.id = p.couple_id
      cross join lateral (select plan.day_of(auth.now(), c.time_zone) as day) d
      where p.practice_id = $1`,
    [practice.practiceId],
  );
}
