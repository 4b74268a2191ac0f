// What a partner finds on the own pages, told a second time: the plan as of the turn, and over it what this person did since.
import { Temporal } from 'temporal-polyfill';
import { modelStates, type ModelAssignment, type ModelEvent, type Partner } from '../model';

export type Told = {
  zone: string;
  assignments: ModelAssignment[];
  events: ModelEvent[];
  rests: (day: string) => boolean;
};

export function turnsAround(now: Date, timeZone: string): { turn: Date; next: Date } {
  const clock = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const day = clock.hour < 4 ? clock.toPlainDate().subtract({ days: 1 }) : clock.toPlainDate();
  const at = (one: Temporal.PlainDate) =>
    new Date(one.toZonedDateTime({ timeZone, plainTime: '04:00' }).epochMilliseconds);
  return { turn: at(day), next: at(day.add({ days: 1 })) };
}

export function statesAt({ assignments, events, zone, rests }: Told, turn: Date, now: Date): string[] {
  const day = Temporal.Instant.fromEpochMilliseconds(turn.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
  return modelStates(assignments, events, { zone, turn, now, rests: () => rests(day) });
}

/** One's own newest pause that stands, in one's own eyes: told as a replay, in which taking back drops what was pressed since that day's turn. */
function standingPause({ events, zone }: Told, who: Partner, now: Date): ModelEvent | undefined {
  const { turn } = turnsAround(now, zone);
  let standing: ModelEvent[] = [];
  for (const event of events.filter(({ partner }) => partner === who)) {
    if (event.kind === 'paused') standing.push(event);
    if (event.kind === 'pauseTakenBack') {
      const since = turnsAround(event.at, zone).turn;
      standing = standing.filter(({ at }) => at < since);
    }
    if (event.kind === 'pauseLifted' && event.at < turn) standing = [];
  }
  return standing.at(-1);
}

/** Whether a pause of one's own stands, in one's own eyes: taking it back ends it at once, the therapist's word only at the turn. */
export function pauseOf(told: Told, who: Partner, now: Date): 'none' | 'today' | 'standing' | 'lifted' {
  const { turn } = turnsAround(now, told.zone);
  const own = told.events.filter(({ partner }) => partner === who);
  const last = standingPause(told, who, now);
  if (!last) return 'none';
  if (own.some(({ kind, at }) => kind === 'pauseLifted' && at >= turn && at >= last.at)) return 'lifted';
  return last.at >= turn ? 'today' : 'standing';
}

/** `assignment unit: state` of all that is asked of this person or open. */
export function ownView(told: Told, who: Partner, now: Date): string[] {
  const { turn } = turnsAround(now, told.zone);
  const paused = standingPause(told, who, now);
  const isPaused = paused !== undefined;
  const pausedAt = paused?.at.getTime() ?? 0;
  return statesAt(told, turn, now)
    .map((line) => /^(\S+) (\S+) (\S+): (\S+)$/.exec(line)!.slice(1) as [string, string, Partner, string])
    .filter(([, , partner, state]) => partner === who && (state === 'asked' || state === 'open'))
    .map(([id, unit, , state]) => {
      const since = told.events.filter((event) => event.at >= turn && event.assignment === id);
      const own = since.findLast(
        (event) => ['answered', 'withdrawn'].includes(event.kind) && event.partner === who && event.unit === unit,
      );
      const isYes = own?.kind === 'answered' && own.isOpening === true;
      const { mode } = told.assignments.find((one) => one.id === id)!;
      let seen = own ? 'closed' : state;
      if (mode === 'alone' || unit === 'alone') seen = isYes ? 'open' : seen;
      else {
        const openedAt = since.findLast(({ kind, isImmediate }) => kind === 'released' && isImmediate)?.at.getTime();
        const isLater = openedAt !== undefined && openedAt > Math.max(own?.at.getTime() ?? 0, isPaused ? pausedAt : 0);
        if (isLater) seen = state;
        else if (isPaused) seen = 'closed';
        else if (isYes && state === 'open') seen = 'open';
      }
      return `${id} ${unit}: ${seen}`;
    })
    .filter((line) => !line.endsWith(': closed'))
    .sort();
}
