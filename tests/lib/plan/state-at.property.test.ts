// Random histories of a couple's plan, told to Postgres and to the model: both must answer the same on every day.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff, type CoupleInTest } from '../../support/people';
import { timeLimit, volume } from '../../support/volume';
import { modelStates, type ModelAssignment, type ModelEvent, type Partner } from './model';

const database = useDatabase();
const ZONE = 'America/New_York';
const FIRST_DAY = Temporal.PlainDate.from('2026-10-25'); // the clocks change on day 7
const HISTORIES = { everyday: 100, deep: 2_000 };

const KINDS = [
  'answered',
  'answered',
  'answered',
  'answered',
  'answered',
  'answered',
  'answered',
  'answered',
  'withdrawn',
  'paused',
  'pauseTakenBack',
  'pauseLifted',
  'safetyRaised',
  'safetySettled',
  'metAlone',
  'released',
  'released',
  'held',
  'holdLifted',
  'finished',
  'retired',
  'assigned',
  'ended',
  'reopened',
  'sharedEnded',
  'sharedResumed',
  'termsChanged',
] as const;
const BY_STAFF = new Set([
  'pauseLifted',
  'safetySettled',
  'metAlone',
  'released',
  'held',
  'holdLifted',
  'finished',
  'retired',
  'assigned',
  'ended',
  'reopened',
  'sharedEnded',
  'sharedResumed',
  'termsChanged',
]);

/** Plans in which nothing can open are soon alike. */
const mostly = fc.constantFrom(true, true, true, false);

const assignmentArb = fc.record({
  id: fc.uuid({ version: 4 }),
  mode: fc.constantFrom('alone' as const, 'together' as const, 'together' as const, 'parts' as const),
  consentEvery: fc.constantFrom('once' as const, 'week' as const),
  needsRelease: fc.boolean(),
  aloneNeedsRelease: fc.boolean(),
  opensWhenBothYes: mostly,
});

const happeningArb = fc.record({
  kind: fc.constantFrom(...KINDS),
  after: fc.integer({ min: 1, max: 2_400 }), // minutes since the event before
  which: fc.nat(),
  partner: fc.constantFrom<Partner>('a', 'b'),
  isOpening: fc.boolean(),
  isImmediate: fc.boolean(),
  isWhole: fc.boolean(),
});

const historyArb = fc.record({
  assignments: fc.uniqueArray(assignmentArb, { minLength: 1, maxLength: 3, selector: (a) => a.id }),
  happenings: fc.array(happeningArb, { minLength: 5, maxLength: 45 }),
  isMet: mostly,
});

type History = {
  assignments: ModelAssignment[];
  happenings: (typeof happeningArb extends fc.Arbitrary<infer H> ? H : never)[];
  isMet: boolean;
};

const SOMETHING = { after: 1, which: 0, partner: 'a', isOpening: false, isImmediate: true, isWhole: false } as const;

/** Turns the drawn numbers into events that could have happened: each names a unit that exists and is assigned. */
function eventsOf({ assignments, happenings, isMet }: History): ModelEvent[] {
  let at = FIRST_DAY.toZonedDateTime({ timeZone: ZONE, plainTime: '05:00' });
  const events: ModelEvent[] = [];
  const add = (event: Omit<ModelEvent, 'at'>, after = 1) => {
    at = at.add({ minutes: after });
    events.push({ ...event, at: new Date(at.epochMilliseconds) });
  };
  if (isMet) for (const partner of ['a', 'b'] as const) add({ kind: 'metAlone', partner, isOpening: true });
  for (const { id } of assignments.slice(0, 2)) add({ kind: 'assigned', assignment: id });
  const assigned = new Set(assignments.slice(0, 2).map((a) => a.id));
  for (const { kind, after, which, partner, isOpening, isImmediate, isWhole } of happenings) {
    const known = assignments.filter((a) => assigned.has(a.id));
    const chosen = known[which % known.length]!;
    const units = chosen.mode === 'parts' ? ['alone', 'together'] : ['whole'];
    const unit = units[which % units.length]!;
    const at1 = (event: Omit<ModelEvent, 'at'>) => add(event, after);
    if (kind === 'answered') at1({ kind, assignment: chosen.id, unit, partner, isOpening: isOpening || which % 3 > 0 });
    else if (kind === 'withdrawn') at1({ kind, assignment: chosen.id, unit, partner });
    else if (kind === 'metAlone') at1({ kind, partner, isOpening });
    else if (kind === 'released') at1({ kind, assignment: chosen.id, unit, isImmediate });
    else if (kind === 'finished') at1({ kind, assignment: chosen.id, unit: isWhole ? undefined : unit });
    else if (kind === 'held') at1({ kind, assignment: isWhole ? undefined : chosen.id, isImmediate });
    else if (kind === 'holdLifted') at1({ kind, assignment: isWhole ? undefined : chosen.id });
    else if (kind === 'retired' || kind === 'termsChanged') at1({ kind, assignment: chosen.id });
    else if (kind === 'assigned') {
      const next = assignments.find((a) => !assigned.has(a.id));
      if (!next) continue;
      assigned.add(next.id);
      at1({ kind, assignment: next.id, isImmediate });
    } else if (kind === 'ended') {
      // Now and then, and seldom for good: a plan that has ended says nothing more.
      if (which % 4 > 0) continue;
      at1({ kind });
      add({ kind: 'reopened' }, isWhole ? 3 : 3_000);
    } else if (kind === 'sharedEnded') {
      // From the next turn or a later one; now and then taken back, before it comes or long after.
      at = at.add({ minutes: after });
      const today = at.toPlainDateTime().subtract({ hours: 4 }).toPlainDate();
      add({ kind, effectiveOn: today.add({ days: 1 + (which % 4) }).toString() }, 0);
      if (isOpening) add({ kind: 'sharedResumed' }, isWhole ? 700 : 4_500);
    } else if (kind === 'reopened' || kind === 'sharedResumed') at1({ kind });
    else at1({ kind, partner });
  }
  return events;
}

/** In one joint session the plan is closed for both, and then a step is given: found once in some thousand histories. */
const GIVEN_AFTER_CLOSED: History = {
  assignments: [1, 2, 3].map((nth) => ({
    id: `00000000-0000-4000-8000-00000000000${nth}`,
    mode: 'together',
    consentEvery: 'once',
    needsRelease: false,
    aloneNeedsRelease: false,
    opensWhenBothYes: true,
  })),
  happenings: [
    { ...SOMETHING, kind: 'held', isWhole: true },
    { ...SOMETHING, kind: 'assigned' },
  ],
  isMet: true,
};

async function arrange(
  history: History,
  events: ModelEvent[],
  couple: CoupleInTest,
  ids: { practiceId: string; staffMemberId: string },
) {
  const client = await database.owner.connect();
  try {
    // The stamp would give every event the present; here the past is what is drawn.
    await client.query(`begin; set local session_replication_role = replica`);
    await client.query(`delete from plan_events where couple_id = $1`, [couple.coupleId]);
    await client.query(`delete from assignments where couple_id = $1`, [couple.coupleId]);
    for (const a of history.assignments)
      await client.query(
        `insert into assignments (id, practice_id, couple_id, step_version_id, mode, intensity, consent_every, needs_release, alone_needs_release,
           opens_when_both_yes, rhythm_kind, rhythm_times, rhythm_days, minutes_min, minutes_max, assigned_by)
         select $1, $2, $3, v.id, $4, 1, $5, $6, $7, $8, 'once', 1, '{}', 5, 10, $9 from step_versions v where v.practice_id = $2 limit 1`,
        [
          a.id,
          ids.practiceId,
          couple.coupleId,
          a.mode,
          a.consentEvery,
          a.needsRelease,
          a.aloneNeedsRelease,
          a.opensWhenBothYes,
          ids.staffMemberId,
        ],
      );
    await client.query(
      `insert into plan_events (id, practice_id, couple_id, kind, assignment_id, unit, partner_id, is_opening, is_immediate, staff_member_id, effective_on, at)
       select gen_random_uuid(), $1, $2, kind, assignment, unit, partner, opening, immediate, staff, effective, at
         from unnest($3::text[], $4::uuid[], $5::text[], $6::uuid[], $7::boolean[], $8::boolean[], $9::uuid[], $10::date[], $11::timestamptz[])
           as e (kind, assignment, unit, partner, opening, immediate, staff, effective, at)`,
      [
        ids.practiceId,
        couple.coupleId,
        events.map((e) => e.kind),
        events.map((e) => e.assignment ?? null),
        events.map((e) => e.unit ?? null),
        events.map((e) => (e.partner ? couple[e.partner === 'a' ? 'first' : 'second'].partnerId : null)),
        events.map((e) => e.isOpening ?? null),
        events.map((e) => e.isImmediate ?? false),
        events.map((e) => (BY_STAFF.has(e.kind) ? ids.staffMemberId : null)),
        events.map((e) => e.effectiveOn ?? null),
        events.map((e) => e.at),
      ],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

test(
  'the state of a plan is what a replay of its events says, for any history, on every day (rules 3, 4, 5, 9, 11, 13, 14)',
  { timeout: timeLimit(300_000, HISTORIES) },
  async () => {
    const practice = await makePractice(database.owner, ZONE);
    const therapist = await makeStaff(database.owner, practice);
    const couple = await makeCouple(database.owner, practice, therapist, { timeZone: ZONE });
    const ids = { practiceId: practice.practiceId, staffMemberId: therapist.staffMemberId };
    const seen = new Map<string, number>();

    await fc.assert(
      fc.asyncProperty(historyArb, fc.integer({ min: 1, max: 1_439 }), async (history, minutes) => {
        const events = eventsOf(history);
        await arrange(history, events, couple, ids);
        const last = events.at(-1)!.at;
        const { rows } = await database.owner.query<{
          turn: Date;
          now: Date;
          assignment_id: string;
          unit: string;
          partner_id: string;
          state: string;
          is_resting: boolean;
        }>(
          `select t.turn, t.now, s.assignment_id, s.unit, s.partner_id, s.state, plan.is_rest_day(s.assignment_id, t.day) as is_resting
           from (select d::date as day, plan.turn_of(d::date, $2) as turn, plan.turn_of(d::date, $2) + make_interval(mins => $4) as now
                   from generate_series($3::date, ($5::timestamptz at time zone $2)::date + 9, '1 day') d) t
           left join lateral plan.state_at($1, t.turn, t.now) s on true`,
          [couple.coupleId, ZONE, FIRST_DAY.toString(), minutes, last],
        );
        for (const turn of new Set(rows.map((row) => row.turn.getTime()))) {
          const answers = rows.filter((row) => row.turn.getTime() === turn);
          const given = answers.filter((row) => row.assignment_id !== null);
          const rests = new Set(given.filter((row) => row.is_resting).map((row) => row.assignment_id));
          const told = modelStates(history.assignments, events, {
            zone: ZONE,
            turn: new Date(turn),
            now: answers[0]!.now,
            rests: (id) => rests.has(id),
          });
          const answered = given
            .map(
              (row) =>
                `${row.assignment_id} ${row.unit} ${row.partner_id === couple.first.partnerId ? 'a' : 'b'}: ${row.state}`,
            )
            .sort();
          expect(answered, `on the day that began ${new Date(turn).toISOString()}`).toEqual(told);
          for (const row of given) seen.set(row.state, (seen.get(row.state) ?? 0) + 1);
        }
      }),
      { numRuns: volume(HISTORIES), examples: [[GIVEN_AFTER_CLOSED, 66]] },
    );
    // A property that only ever saw closed plans would prove nothing.
    for (const state of ['asked', 'open', 'closed', 'done'])
      expect(seen.get(state), `how often a unit was ${state}`).toBeGreaterThan(20);
  },
);
