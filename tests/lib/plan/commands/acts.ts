// The acts of a couple and their therapist, by the verbs behind their buttons, each with when it is to be had and what it writes.
import fc from 'fast-check';
import { asActor } from '@/db/access/as-actor';
import { withdrawConsent } from '@/lib/consents/withdraw-consent';
import { settleFlag } from '@/lib/flags/settle-flag';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { pause } from '@/lib/pauses/pause';
import { takeBackPause } from '@/lib/pauses/take-back-pause';
import type { Partner } from '../model';
import { act, actOnWhole, answer, YES, YES_ALONE } from '../plan-in-test';
import { command, isDone, type Lived, personOf, type Unit, ZONE } from './lived';
import { ownView, pauseOf, statesAt, type Told, turnsAround } from './own-view';

const ANSWERS = {
  yes: YES,
  no: { ...YES, wantThisWeek: 'Not now' },
  changes: { ...YES, wantThisWeek: 'Yes, with changes' },
  leaveOut: { ...YES, leaveOut: 'Not the hands.' },
  worried: { ...YES, stopAllRight: 'No' },
};
type Said = keyof typeof ANSWERS;

const viewOf = (told: Told, who: Partner, now: Date, { id, unit }: Unit) =>
  ownView(told, who, now)
    .find((line) => line.startsWith(`${id} ${unit}: `))
    ?.split(': ')[1];

const minutes = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 1, max: 300 }),
  fc.constant(24 * 60),
  fc.integer({ min: 60, max: 6 * 24 * 60 }),
);
const who = fc.constantFrom<Partner>('a', 'b');
const place = fc.nat({ max: 20 });
const unitAt = ({ units }: Lived, at: number) => units[at % units.length]!;

/** Two times in three one with which the act is to be had, so that a walk gets somewhere. */
function likelyUnit(lived: Lived, at: number, isToBeHad: (unit: Unit) => boolean): Unit {
  const fitting = at % 3 === 0 ? [] : lived.units.filter(isToBeHad);
  return fitting[at % fitting.length] ?? unitAt(lived, at);
}

/** What the plan would be at the next turn, if the therapist released this now and nothing rested. */
function afterRelease(told: Told, { id, unit }: Unit, at: Date): string[] {
  const event = { kind: 'released', assignment: id, unit, at };
  const released = { ...told, rests: () => false, events: [...told.events, event] };
  const states = statesAt(released, turnsAround(at, ZONE).next, at);
  return states.filter((line) => line.startsWith(`${id} ${unit} `)).map((line) => line.split(': ')[1]!);
}
const BOTH_OPEN = ['open', 'open'];

const answering = (said: fc.Arbitrary<Said>) =>
  fc.tuple(minutes, who, place, said).map(([after, partner, at, word]) =>
    command(`answer ${word} of ${partner} to ${at}`, after, async (told, lived, now) => {
      const unit = likelyUnit(lived, at, (one) => viewOf(told, partner, now, one) === 'asked');
      const answers = unit.isAlone ? (word === 'yes' ? YES_ALONE : { wantAlone: 'Not now' }) : ANSWERS[word];
      const about = { assignment: unit.id, unit: unit.unit, partner };
      return {
        mustBe: viewOf(told, partner, now, unit) === 'asked',
        done: await isDone(answer(personOf(lived, partner), unit.id, answers, unit.unit)),
        events: [
          { kind: 'answered', ...about, isOpening: word === 'yes' },
          ...(word === 'worried' && !unit.isAlone ? [{ kind: 'safetyRaised', partner }] : []),
        ],
      };
    }),
  );

const withdrawing = fc.tuple(minutes, who, place).map(([after, partner, at]) =>
  command(`withdraw of ${partner} from ${at}`, after, async (told, lived, now) => {
    const chosen = likelyUnit(lived, at, (one) => viewOf(told, partner, now, one) === 'open');
    const { id, unit } = chosen;
    const doing = asActor(personOf(lived, partner).token, (tx) => withdrawConsent(tx, { assignmentId: id, unit }));
    return {
      mustBe: viewOf(told, partner, now, chosen) === 'open',
      done: await isDone(doing),
      events: [{ kind: 'withdrawn', assignment: id, unit, partner }],
    };
  }),
);

const pausing = fc.tuple(minutes, who).map(([after, partner]) =>
  command(`pause of ${partner}`, after, async (told, lived, now) => ({
    mustBe: true,
    done: await isDone(asActor(personOf(lived, partner).token, pause)),
    events: pauseOf(told, partner, now) !== 'today' ? [{ kind: 'paused', partner }] : [],
  })),
);

const takingBack = fc.tuple(fc.integer({ min: 1, max: 200 }), who).map(([after, partner]) =>
  command(`takeBack of ${partner}`, after, async (told, lived, now) => {
    const day = await asActor(personOf(lived, partner).token, readMyDay);
    const was = pauseOf(told, partner, now);
    return {
      mustBe: day.pause === 'today',
      done: await isDone(asActor(personOf(lived, partner).token, takeBackPause)),
      events: [{ kind: 'pauseTakenBack', partner }],
      also: { found: was === 'lifted' ? was : (day.pause ?? 'none'), told: was },
    };
  }),
);

/** Pressed and thought better of: what stood before is back, and what was pressed is written. */
const pausingAndTakingBack = fc.tuple(minutes, who).map(([after, partner]) =>
  command(`takeBack at once of ${partner}`, after, async (told, lived, now) => {
    const was = pauseOf(told, partner, now);
    const { token } = personOf(lived, partner);
    await asActor(token, pause);
    return {
      mustBe: true,
      done: await isDone(asActor(token, takeBackPause)),
      events: [...(was === 'today' ? [] : [{ kind: 'paused', partner }]), { kind: 'pauseTakenBack', partner }],
      also: { found: (await asActor(token, readMyDay)).pause === 'today', told: false },
    };
  }),
);

const liftingPause = fc.tuple(minutes, who).map(([after, partner]) =>
  command(`liftPause of ${partner}`, after, async (_, lived) => ({
    done: await isDone(actOnWhole(lived.work, 'liftPause', personOf(lived, partner))),
    events: [{ kind: 'pauseLifted', partner }],
  })),
);

/** What worried someone is settled, where anything did. */
const settling = fc.tuple(minutes, who).map(([after, partner]) =>
  command(`settle of ${partner}`, after, async (_, lived) => {
    const { rows } = await lived.work.owner.query<{ id: string }>(
      `select id from flags where partner_id = $1 and settled_at is null and tier = 'safety'`,
      [personOf(lived, partner).partnerId],
    );
    if (rows.length === 0) return { done: true, events: [] };
    const { coupleId } = lived.work.couple;
    const input = { coupleId, flagIds: rows.map(({ id }) => id), outcome: 'talked' as const };
    const done = await isDone(asActor(lived.work.therapist.token, (tx) => settleFlag(tx, input)));
    return { done, mustBe: true, events: [{ kind: 'safetySettled', partner }] };
  }),
);

const holding = fc
  .tuple(minutes, place, fc.boolean(), fc.constantFrom<'hold' | 'closeForBoth'>('hold', 'closeForBoth'))
  .map(([after, at, isWhole, what]) =>
    command(`${what} ${isWhole ? 'of all' : `of ${at}`}`, after, async (_, lived) => {
      const { id } = unitAt(lived, at);
      const doing = isWhole ? actOnWhole(lived.work, what) : act(lived.work, id, what);
      const assignment = isWhole ? undefined : id;
      return {
        done: await isDone(doing),
        events: [{ kind: 'held', assignment, isImmediate: what === 'closeForBoth' }],
      };
    }),
  );

/** Of the whole plan where that is held, or else of a step. */
const lifting = fc.tuple(minutes, place).map(([after, at]) =>
  command(`liftHold of ${at}`, after, async (told, lived) => {
    const isHeld = (assignment?: string) =>
      told.events.findLast((event) => ['held', 'holdLifted'].includes(event.kind) && event.assignment === assignment)
        ?.kind === 'held';
    const isWhole = isHeld();
    const { id } = likelyUnit(lived, at, (one) => isHeld(one.id));
    const doing = isWhole ? actOnWhole(lived.work, 'liftHold') : act(lived.work, id, 'liftHold');
    const done = await isDone(doing);
    return {
      done,
      mustBe: isWhole ? true : undefined,
      events: [{ kind: 'holdLifted', assignment: isWhole ? undefined : id }],
    };
  }),
);

const releasing = fc.tuple(minutes, place, fc.boolean()).map(([after, at, isImmediate]) =>
  command(`${isImmediate ? 'releaseAtOnce' : 'release'} of ${at}`, after, async (told, lived, now) => {
    const isOpen = (one: Unit) => viewOf(told, 'a', now, one) === 'open';
    const opens = (one: Unit) => !isOpen(one) && afterRelease(told, one, now).every((state) => state === 'open');
    const chosen = likelyUnit(lived, at, (one) => !one.isAlone && opens(one));
    const found = afterRelease(told, chosen, now);
    const doing = act(lived.work, chosen.id, `${isImmediate ? 'releaseAtOnce' : 'release'}.${chosen.unit}`);
    const done = await isDone(doing);
    return {
      done,
      events: [{ kind: 'released', assignment: chosen.id, unit: chosen.unit, isImmediate }],
      // At once opens only what a release would open at the turn.
      also: done && isImmediate ? { found, told: BOTH_OPEN } : undefined,
    };
  }),
);

const endingOne = fc.tuple(minutes, place, fc.constantFrom('finish', 'retire')).map(([after, at, what]) =>
  command(`${what} of ${at}`, after, async (_, lived) => {
    const { id, unit } = unitAt(lived, at);
    const done = await isDone(act(lived.work, id, what === 'finish' ? `finish.${unit}` : 'retire'));
    const event = what === 'finish' ? { kind: 'finished', assignment: id, unit } : { kind: 'retired', assignment: id };
    return { done, events: [event] };
  }),
);

/** By the first word of their names. */
export const ACTS = [
  'answer',
  'withdraw',
  'pause',
  'takeBack',
  'liftPause',
  'settle',
  'hold',
  'liftHold',
  'closeForBoth',
  'release',
  'releaseAtOnce',
  'finish',
  'retire',
];

const yes = answering(fc.constant('yes'));
const notYes = answering(fc.constantFrom<Said>('no', 'changes', 'leaveOut'));
const worried = answering(fc.constant('worried'));
/** One is as likely as the other; without many a yes and release nothing would ever be open. */
const often = [yes, yes, yes, yes, yes, yes, releasing, releasing, releasing, takingBack, settling];
const seldom = [
  notYes,
  worried,
  withdrawing,
  pausing,
  pausingAndTakingBack,
  takingBack,
  liftingPause,
  settling,
  holding,
  lifting,
  lifting,
  endingOne,
];
export const anyAct = [...often, ...seldom];
