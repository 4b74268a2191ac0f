// A couple as it is lived in the database, beside the same couple as it is told by the rules; and one act upon both.
import type fc from 'fast-check';
import { expect } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound, Refusal } from '@/lib/errors';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { moveClock } from '../../../support/clock';
import type { ModelEvent, Partner } from '../model';
import type { AtWork } from '../plan-in-test';
import { ownView, statesAt, type Told, turnsAround } from './own-view';

export const ZONE = 'America/New_York';
export type Unit = { id: string; unit: 'whole' | 'alone' | 'together'; isAlone: boolean };
export type Lived = { work: AtWork; units: Unit[]; seen: Set<string> };
export type Command = fc.AsyncCommand<Told, Lived>;
export type Expected = Omit<ModelEvent, 'at'>;

export const personOf = ({ work: { couple } }: Lived, who: Partner) => (who === 'a' ? couple.first : couple.second);
const partnerOf = ({ work: { couple } }: Lived, id: string | null) =>
  id === null ? undefined : id === couple.first.partnerId ? ('a' as const) : ('b' as const);

const clockOf = async ({ work }: Lived) =>
  (await work.owner.query<{ now: Date }>('select auth.now() as now')).rows[0]!.now;

/** Everything that was written, the newest last. */
export async function written(lived: Lived): Promise<ModelEvent[]> {
  const { rows } = await lived.work.owner.query<{
    kind: string;
    at: Date;
    assignment: string | null;
    unit: string | null;
    partner: string | null;
    opening: boolean | null;
    immediate: boolean;
  }>(
    `select kind, at, assignment_id as assignment, unit, partner_id as partner, is_opening as opening, is_immediate as immediate
       from plan_events where couple_id = $1 order by at, kind`,
    [lived.work.couple.coupleId],
  );
  return rows.map(({ kind, at, assignment, unit, partner, opening, immediate }) => ({
    kind,
    at,
    assignment: assignment ?? undefined,
    unit: unit ?? undefined,
    partner: partnerOf(lived, partner),
    isOpening: opening ?? undefined,
    isImmediate: immediate,
  }));
}

/** What was refused, or not found by who may not do it now, has changed nothing. */
export async function isDone(doing: Promise<unknown>): Promise<boolean> {
  try {
    await doing;
    return true;
  } catch (error) {
    if (error instanceof Refusal || error instanceof NotFound) return false;
    throw error;
  }
}

/** The plan of today and of the next turn, and what each finds on the own pages, are what the rules say. */
async function hold(told: Told, lived: Lived, now: Date): Promise<void> {
  const { coupleId } = lived.work.couple;
  const turns = turnsAround(now, ZONE);
  for (const turn of [turns.turn, turns.next]) {
    const { rows } = await lived.work.owner.query<{ line: string; partner: string }>(
      `select s.assignment_id || ' ' || s.unit || ' ' || case when s.partner_id = $4 then 'a' else 'b' end || ': ' || s.state as line
         from plan.state_at($1, $2, $3) s`,
      [coupleId, turn, now, lived.work.couple.first.partnerId],
    );
    expect(rows.map(({ line }) => line).sort(), `the plan at ${turn.toISOString()}`).toEqual(statesAt(told, turn, now));
  }
  for (const who of ['a', 'b'] as const) {
    const day = await asActor(personOf(lived, who).token, readMyDay);
    const found = day.units.map(({ assignmentId, unit, state }) => `${assignmentId} ${unit}: ${state}`).sort();
    expect(found, `what ${who} finds`).toEqual(ownView(told, who, now));
    for (const { state, isAlone } of day.units) lived.seen.add(`${state} ${isAlone ? 'alone' : 'shared'}`);
  }
}

type Doing = {
  done: boolean;
  /** Whether it is to be had, where the rules alone say so. */
  mustBe?: boolean;
  events: Expected[];
  /** What else has to be so of this act. */
  also?: { found: unknown; told: unknown };
};

/** After each act: it was to be had exactly when the rules say so, it wrote exactly its events, and all is as the model says. */
export const command = (
  name: string,
  minutes: number,
  doing: (told: Told, lived: Lived, now: Date) => Promise<Doing>,
): Command => ({
  check: () => true,
  toString: () => `${name} (after ${minutes} min)`,
  async run(told, lived) {
    const now = await moveClock(lived.work.owner, `${minutes} minutes`);
    await hold(told, lived, now);
    const { done, mustBe, events, also } = await doing(told, lived, now);
    if (mustBe !== undefined) expect(done, name).toBe(mustBe);
    if (also) expect(also.found, name).toEqual(also.told);
    const all = await written(lived);
    const bare = ({ kind, assignment, unit, partner, isOpening, isImmediate = false }: Expected) =>
      JSON.stringify([kind, assignment, unit, partner, isOpening, isImmediate]);
    const added = all.slice(told.events.length);
    expect(added.map(bare).sort(), name).toEqual((done ? events : []).map(bare).sort());
    if (added.length > 0) lived.seen.add(name.split(' ')[0]!);
    told.events = all;
    await hold(told, lived, await clockOf(lived));
  },
});
