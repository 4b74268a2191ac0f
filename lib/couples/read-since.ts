/**
 * What a therapist reads in the minute before a session: what happened since the last one, and nothing twice. At most ten statements, and
 * one more where there are new scores.
 */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpeningOfEach } from '@/db/queries/audit';
import { findSessionsAround } from '@/db/queries/plan/since-session';
import { listScores } from '@/db/queries/measures/scores';
import { listTimeline, type TimelineRow } from '@/db/queries/timeline';
import { NotFound } from '@/lib/errors';
import { type FlagLine, flagLines } from '@/lib/flags/list-flags';
import { newScores } from '@/lib/measures/new-scores';
import { dayAndTime, shortDay } from '@/lib/format/dates';
import { accountOf, type StepDifferences, stepDifferences } from '@/lib/plan/lane-differences';
import { type CoupleShown, coupleShown } from '@/lib/plan/plan-view';
import { askForPlan, withNames } from '@/lib/plan/read-couple-plan';
import { type Plan, planOf, walked } from '@/lib/plan/read-plan';
import { privateRef, sharedWordsRef } from '@/lib/plan/sealed-places';
import { type Suggestion, suggestStep } from '@/lib/program/suggest-step';
import { recordId } from '@/lib/record-id';
import type { Keyring } from '@/lib/sealed/keyring';
import { openAnswers, openOrSayRemoved } from '@/lib/sealed/removed';

type Place = 'first' | 'second';
export type SinceSession = {
  couple: CoupleShown;
  /** "the session of 20 Nov"; null before the first. */
  since: string | null;
  next: string | null;
  flags: { key: string; tier: FlagLine['tier']; place: Place; headline: string; times: number }[];
  people: { id: string; name: string; place: Place; numbers: { name: string; value: string }[] }[];
  differences: StepDifferences[];
  /** Changes in consent and pauses, the newest first. */
  changes: { key: string; place: Place; sentence: string; on: string }[];
  /** For the therapist alone, the newest first; `more` were written than are shown. */
  words: { id: string; place: Place; name: string; on: string; about: string; text: string }[];
  more: number;
  suggestion: Suggestion | null;
};

const MOST_GIVEN = 60;
const MOST_WORDS = 4;
const MOST_CHANGES = 8;

export async function readSinceSession(tx: ActorTx, coupleId: string | undefined): Promise<SinceSession> {
  const id = recordId(coupleId);
  const [[row, states, keyring], around, newest, scores] = await Promise.all([
    askForPlan(tx, id),
    findSessionsAround(tx, id),
    listTimeline(tx, id, { before: null, stepId: null, limit: MOST_GIVEN }),
    listScores(tx, id),
  ]);
  if (!row) throw new NotFound();
  const plan = await planOf(tx, id, row, states);
  const couple = coupleShown(tx.actor, row);
  const from = around.last ? Date.parse(around.last.startsAt) : -Infinity;
  const given = newest
    .filter(({ sentAt }) => Date.parse(sentAt) > from)
    .toSorted((a, b) => Date.parse(b.sentAt) - Date.parse(a.sentAt));
  const readOf = couple.partners.filter((one) => given.some((row) => row.partnerId === one.id));
  await noteOpeningOfEach(
    tx,
    'checkIns',
    couple.id,
    readOf.map((one) => one.id),
  );
  const measured = new Map(
    couple.partners.map(({ id: partnerId }) => [
      partnerId,
      newScores(scores, { partnerId, from, today: couple.today }),
    ]),
  );
  await noteOpeningOfEach(
    tx,
    'measures',
    couple.id,
    couple.partners.flatMap((one) => (measured.get(one.id)!.length > 0 ? [one.id] : [])),
  );
  const written = wordsIn(tx, couple, keyring, given);
  const lines = flagLines(
    row.flags.map((flag) => withNames(flag, couple, plan)),
    plan.ground,
  );
  return {
    couple,
    since: around.last
      ? `${around.last.isJoint ? 'the joint session' : 'the session with one of them'} of ${shortDay(around.last.on, couple.today)}`
      : null,
    next: around.nextAt ? dayAndTime(new Date(around.nextAt), couple.timeZone, couple.today) : null,
    flags: lines.map(({ key, tier, headline, times, partner }) => ({
      key,
      tier,
      headline,
      times,
      place: placeOf(couple, partner.id),
    })),
    people: couple.partners.map(({ id: partnerId, name, place }) => ({
      id: partnerId,
      name,
      place,
      numbers: [
        ...numbersOf(given.filter((one) => one.partnerId === partnerId && one.kind === 'checkIn')),
        ...measured.get(partnerId)!,
      ],
    })),
    differences: stepDifferences(couple.partners, accountsIn(given)),
    changes: changesSince(couple, plan, from).slice(0, MOST_CHANGES),
    words: written.slice(0, MOST_WORDS),
    more: Math.max(0, written.length - MOST_WORDS),
    suggestion: couple.status === 'ended' || plan.isApart ? null : suggestStep(plan.ground, walked(plan)),
  };
}

const placeOf = (couple: CoupleShown, partnerId: string): Place =>
  couple.partners.find(({ id }) => id === partnerId)?.place ?? 'first';

/** Numbers of one partner's check-ins, newest first: how many, the course of comfort, and the most of what hurts. */
function numbersOf(given: readonly TimelineRow[]): { name: string; value: string }[] {
  const all = (id: string) =>
    given.flatMap(({ answers }) => (typeof answers[id] === 'number' ? [answers[id]] : [])).toReversed();
  const comfort = all('comfort');
  const most = (id: string) => (all(id).length > 0 ? String(Math.max(...all(id))) : null);
  return [
    { name: 'Check-ins', value: given.length === 0 ? 'none' : String(given.length) },
    { name: 'Comfort', value: comfort.length === 0 ? null : comfort.slice(-6).join(', ') },
    { name: 'Distress, at its most', value: most('distressWorst') },
    { name: 'Pain, at its most', value: most('pain') },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
}

/** Oldest first. */
const accountsIn = (given: readonly TimelineRow[]) =>
  given
    .flatMap(({ kind, of, unit, partnerId, on, title, answers }) =>
      kind === 'checkIn' ? [{ ...accountOf({ partnerId, on, unit, answers }), assignmentId: of, title }] : [],
    )
    .toReversed();

/** Acts of the partners on the plan; of one person and one step the last alone, of pauses the last of a day. */
function changesSince(couple: CoupleShown, plan: Plan, from: number): SinceSession['changes'] {
  const known = new Set<string>();
  return plan.happened.toReversed().flatMap(({ kind, at, on, partnerId, assignmentId, unit, isOpening }) => {
    const partner = couple.partners.find(({ id }) => id === partnerId);
    if (!partner || at / 1000 <= from) return [];
    const title = plan.assignments.find(({ id }) => id === assignmentId)?.content.title ?? 'a step';
    const part = unit === 'whole' || unit === null ? '' : `, the part ${unit}`;
    const sentence = {
      answered: isOpening
        ? `${partner.name} said yes to “${title}”${part}.`
        : `${partner.name} answered “${title}”${part} with no plain yes.`,
      withdrawn: `${partner.name} took back the yes to “${title}”${part}.`,
      paused: `${partner.name} paused.`,
      pauseTakenBack: `${partner.name} paused and took it back.`,
      safetyRaised: `${partner.name} gave an answer about safety that holds what is shared.`,
    }[kind as string];
    const key = `${partner.id} ${assignmentId ?? (kind.startsWith('pause') ? `pause ${on}` : kind)} ${unit ?? ''}`;
    if (!sentence || known.has(key)) return [];
    known.add(key);
    return [{ key, place: partner.place, sentence, on: shortDay(on, couple.today) }];
  });
}

function wordsIn(
  tx: ActorTx,
  couple: CoupleShown,
  keyring: Keyring,
  given: readonly TimelineRow[],
): SinceSession['words'] {
  const { practiceId } = tx.actor;
  return given.flatMap(({ kind, id, partnerId, on, title, text: sealed }) => {
    if (!sealed) return [];
    const partner = couple.partners.find((one) => one.id === partnerId);
    const text =
      kind === 'sharedWords'
        ? keyring.open(sharedWordsRef(practiceId, couple.id, id), sealed)
        : kind === 'reflection'
          ? openOrSayRemoved(keyring, privateRef(practiceId, partnerId, 'reflections', id), sealed)
          : Object.values(openAnswers(keyring, privateRef(practiceId, partnerId, 'check_ins', id), sealed)).join('\n');
    const about = kind === 'sharedWords' ? 'written for both' : title ? `for you, about “${title}”` : 'for you';
    return [
      {
        id,
        place: partner?.place ?? 'first',
        name: partner?.name ?? '',
        on: shortDay(on, couple.today),
        about,
        text,
      },
    ];
  });
}
