// The rules of a couple's plan told a second time, as a replay: one event after the other changes what is remembered. plan.state_at
// says the same as sets of rows; whoever changes a rule has to change both.
import { Temporal } from 'temporal-polyfill';

export type Partner = 'a' | 'b';
export type ModelEvent = {
  kind: string;
  at: Date;
  assignment?: string;
  unit?: string;
  partner?: Partner;
  isOpening?: boolean;
  isImmediate?: boolean;
  /** sharedEnded: the day from whose turn on it holds. */
  effectiveOn?: string;
};
export type ModelAssignment = {
  id: string;
  mode: 'alone' | 'together' | 'parts';
  consentEvery: 'once' | 'week';
  needsRelease: boolean;
  aloneNeedsRelease: boolean;
  opensWhenBothYes: boolean;
};

const PARTNERS: readonly Partner[] = ['a', 'b'];
type Answer = { isYes: boolean; day: string } | null;
type UnitMemory = {
  unit: string;
  isAlone: boolean;
  answers: Record<Partner, Answer>;
  /** Who closed it, and what is missing before it can be released again. */
  closers: Map<Partner, 'freshYes' | 'release'>;
  wasEverClosed: boolean;
  releasedOn: string | null;
  finishedOn: string | null;
  atOnce: 'open' | 'closed' | null;
};
type Memory = { assignment: ModelAssignment; isHeld: boolean; units: UnitMemory[] };

const dayOf = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .subtract({ hours: 4 })
    .toPlainDate()
    .toString();
const turnOf = (day: string, zone: string) =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '04:00' }).epochMilliseconds);
const daysBetween = (from: string, to: string) => Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;

/** What plan.state_at answers, as `assignment unit partner: state`, given which steps rest that day. */
export function modelStates(
  assignments: readonly ModelAssignment[],
  events: readonly ModelEvent[],
  asked: { zone: string; turn: Date; now: Date; rests: (assignment: string) => boolean },
): string[] {
  const { zone, turn, now } = asked;
  const today = dayOf(turn, zone);
  const told = events.toSorted((x, y) => x.at.getTime() - y.at.getTime());
  // The end of shared work happens at the turn that was chosen, unless another word about it came before that turn; at the same
  // moment it comes first.
  const ends = told.flatMap((event): ModelEvent[] => {
    if (event.kind !== 'sharedEnded') return [];
    const at = turnOf(event.effectiveOn!, zone);
    const isTakenBack = told.some(
      (e) => ['sharedEnded', 'sharedResumed'].includes(e.kind) && e.at > event.at && e.at < at,
    );
    return isTakenBack || event.at >= turn || at > turn ? [] : [{ kind: 'sharedWorkIsOver', at }];
  });
  // New terms happen at the turn after they were written, before what is said at that very moment.
  const newTerms = told.flatMap((event): ModelEvent[] => {
    if (event.kind !== 'termsChanged') return [];
    const next = Temporal.PlainDate.from(dayOf(event.at, zone)).add({ days: 1 }).toString();
    return event.at >= turn ? [] : [{ kind: 'termsHold', at: turnOf(next, zone), assignment: event.assignment }];
  });
  const inOrder = [...ends, ...newTerms, ...told].toSorted((x, y) => x.at.getTime() - y.at.getTime());
  const isTakenBack = (pause: ModelEvent) =>
    inOrder.some(
      (e) =>
        e.kind === 'pauseTakenBack' &&
        e.partner === pause.partner &&
        e.at > pause.at &&
        e.at < turn &&
        dayOf(e.at, zone) === dayOf(pause.at, zone),
    );

  const people = {
    a: { isPaused: false, isUnsafe: false, isMet: false, hasMet: false, mayBeAsked: false },
    b: { isPaused: false, isUnsafe: false, isMet: false, hasMet: false, mayBeAsked: false },
  };
  const plan = new Map<string, Memory>();
  let isPlanHeld = false;
  let isEnded = false;
  let isApart = false;

  const closeAllShared = (partner: Partner) => {
    for (const { units } of plan.values())
      for (const unit of units.filter((u) => !u.isAlone)) {
        unit.answers[partner] = null;
        unit.closers.set(partner, 'freshYes');
        unit.wasEverClosed = true;
      }
  };
  const unitsOf = (event: ModelEvent) =>
    (event.assignment ? (plan.get(event.assignment)?.units ?? []) : [...plan.values()].flatMap((m) => m.units)).filter(
      (u) => event.unit === undefined || u.unit === event.unit,
    );

  for (const event of inOrder) {
    if (event.kind === 'metAlone' && event.at <= now)
      Object.assign(people[event.partner!], { hasMet: true, mayBeAsked: event.isOpening ?? false });
    const isAfterTurn = event.at >= turn && !['sharedWorkIsOver', 'termsHold'].includes(event.kind);
    if (isAfterTurn && !(event.isImmediate && event.at <= now)) continue;
    const day = dayOf(event.at, zone);
    switch (event.kind) {
      case 'metAlone':
        people[event.partner!].isMet = event.isOpening ?? false;
        break;
      case 'paused':
        if (isTakenBack(event)) break;
        people[event.partner!].isPaused = true;
        closeAllShared(event.partner!);
        break;
      case 'pauseTakenBack':
        break;
      case 'pauseLifted':
        people[event.partner!].isPaused = false;
        break;
      case 'safetyRaised':
        people[event.partner!].isUnsafe = true;
        closeAllShared(event.partner!);
        break;
      case 'safetySettled':
        people[event.partner!].isUnsafe = false;
        break;
      case 'ended':
        isEnded = true;
        for (const unit of [...plan.values()].flatMap((m) => m.units)) {
          unit.answers = { a: null, b: null };
          for (const partner of PARTNERS) unit.closers.set(partner, 'freshYes');
          unit.wasEverClosed = true;
          if (unit.isAlone) unit.releasedOn = null;
        }
        break;
      case 'reopened':
        isEnded = false;
        break;
      case 'sharedWorkIsOver':
        isApart = true;
        for (const partner of PARTNERS) closeAllShared(partner);
        break;
      case 'sharedEnded':
      case 'termsChanged':
        break;
      case 'termsHold':
        // Both are asked anew; nothing is closed by it, so a release goes on holding.
        for (const unit of unitsOf(event).filter((u) => !u.isAlone)) unit.answers = { a: null, b: null };
        break;
      case 'sharedResumed':
        isApart = false;
        break;
      case 'assigned': {
        const assignment = assignments.find((a) => a.id === event.assignment)!;
        const units = { alone: ['whole'], together: ['whole'], parts: ['alone', 'together'] }[assignment.mode];
        plan.set(assignment.id, {
          assignment,
          isHeld: false,
          units: units.map((unit) => ({
            unit,
            isAlone: assignment.mode === 'alone' || unit === 'alone',
            answers: { a: null, b: null },
            closers: new Map(),
            wasEverClosed: false,
            releasedOn: null,
            finishedOn: null,
            atOnce: null,
          })),
        });
        break;
      }
      case 'retired':
        plan.delete(event.assignment!);
        break;
      case 'finished':
        for (const unit of unitsOf(event)) unit.finishedOn ??= day;
        break;
      case 'held':
      case 'holdLifted':
        if (event.assignment) {
          const memory = plan.get(event.assignment);
          if (memory) memory.isHeld = event.kind === 'held';
        } else isPlanHeld = event.kind === 'held';
        if (event.kind === 'held' && isAfterTurn) for (const unit of unitsOf(event)) unit.atOnce = 'closed';
        break;
      case 'released':
        for (const unit of unitsOf(event)) {
          unit.releasedOn = day;
          if (![...unit.closers.values()].includes('freshYes')) unit.closers.clear();
          if (isAfterTurn) unit.atOnce = 'open';
        }
        break;
      default: {
        const isYes = event.kind === 'answered' && event.isOpening === true;
        for (const unit of unitsOf(event)) {
          unit.answers[event.partner!] = { isYes, day };
          if (isYes && unit.closers.has(event.partner!)) unit.closers.set(event.partner!, 'release');
          if (!isYes) {
            unit.closers.set(event.partner!, 'freshYes');
            unit.wasEverClosed = true;
          }
        }
      }
    }
  }

  const lines: string[] = [];
  for (const { assignment, isHeld, units } of plan.values())
    for (const unit of units) {
      const isFresh = (answer: Answer) => answer !== null && daysBetween(answer.day, today) < 7;
      const opens = (p: Partner) =>
        unit.answers[p]?.isYes === true && (assignment.consentEvery === 'once' || isFresh(unit.answers[p]));
      const stands = (p: Partner) =>
        isFresh(unit.answers[p]) || (unit.answers[p]?.isYes === true && assignment.consentEvery === 'once');
      const isReleaseFresh = unit.releasedOn !== null && daysBetween(unit.releasedOn, today) < 7;
      const isReleased = unit.isAlone
        ? !assignment.aloneNeedsRelease || isReleaseFresh
        : unit.closers.size === 0 &&
          (unit.releasedOn === null
            ? assignment.opensWhenBothYes && !assignment.needsRelease && !unit.wasEverClosed
            : !assignment.needsRelease || isReleaseFresh);
      for (const p of PARTNERS) {
        const me = people[p];
        const sharedOpens =
          PARTNERS.every((q) => opens(q) && people[q].isMet && !people[q].isPaused && !people[q].isUnsafe) &&
          isReleased &&
          !isHeld &&
          !isPlanHeld &&
          !asked.rests(assignment.id);
        let state: string;
        if (unit.finishedOn) state = 'done';
        else if (isEnded || (isApart && !unit.isAlone)) state = 'closed';
        else if (unit.isAlone)
          state = !me.hasMet ? 'closed' : opens(p) && isReleased ? 'open' : stands(p) ? 'closed' : 'asked';
        else if (unit.atOnce) state = unit.atOnce;
        else if (sharedOpens) state = 'open';
        else state = me.isPaused || me.isUnsafe || !me.mayBeAsked || stands(p) ? 'closed' : 'asked';
        lines.push(`${assignment.id} ${unit.unit} ${p}: ${state}`);
      }
    }
  return lines.sort();
}
