/** Why a unit is open or closed, and what comes at the next turn: sentences for the care team, never for a partner. */
import 'server-only';
import type { UnitState } from '@/db/queries/plan/plan';
import { listed } from '@/lib/format/step-words';
import { shortDay } from '@/lib/format/dates';
import type { Assignment, LatestAnswer, PersonOnPlan } from './standing';

export type UnitStatus = { tone: 'success' | 'neutral' | 'paused' | 'look' | 'accent'; words: string; next: string };

type UnitFacts = {
  assignment: Pick<Assignment, 'isHeld' | 'isSeen' | 'needsRelease' | 'consentEvery'>;
  isPlanHeld: boolean;
  people: readonly PersonOnPlan[];
  /** Work with the couple has ended. */
  hasEnded?: boolean;
  today: readonly UnitState[];
  next: readonly UnitState[];
};

/** One unit that is done together. */
export function sharedStatus(facts: UnitFacts): UnitStatus {
  const { assignment, today, next } = facts;
  const done = next.find(({ doneOn }) => doneOn !== null);
  if (done) return { tone: 'success', words: `Done ${shortDay(done.doneOn ?? '')}`, next: '' };
  if (facts.hasEnded) return { tone: 'neutral', words: 'Ended', next: '' };
  const isOpenToday = today.length > 0 && today.every(({ state }) => state === 'open');
  const reasons = whyClosed(facts);
  if (!assignment.isSeen)
    return { tone: 'accent', words: 'Assigned', next: 'Both find it at the next turn, and each is asked alone.' };
  if (isOpenToday)
    return {
      tone: 'success',
      words: 'Open today',
      next:
        reasons.length > 0 ? `Closes at the next turn. ${reasons.join(' ')}` : 'Stays open, but for drawn rest days.',
    };
  if (reasons.length > 0)
    return {
      tone: assignment.isHeld || facts.isPlanHeld ? 'paused' : 'neutral',
      words: 'Closed',
      next: reasons.join(' '),
    };
  const isResting = today.length > 0 && today.every(({ isResting }) => isResting);
  return {
    tone: 'neutral',
    words: isResting ? 'Rests today' : 'Closed today',
    next: isResting
      ? 'A drawn rest day. It opens again by itself.'
      : 'Opens at the next turn, unless that day is drawn to rest.',
  };
}

/** What stands between a shared unit and being open, as of now; none when nothing does. */
export function whyClosed({ assignment, isPlanHeld, people, next }: UnitFacts): string[] {
  const reasons: string[] = [];
  const named = (of: readonly UnitState[]) => listed(of.map(({ partnerId }) => nameOf(people, partnerId)));
  const notMet = next.filter(({ isMet }) => !isMet);
  if (notMet.length > 0)
    reasons.push(`Waits until ${named(notMet)} ${notMet.length > 1 ? 'have' : 'has'} been met alone.`);
  const paused = next.filter(({ isPaused }) => isPaused);
  if (paused.length > 0) reasons.push(`${named(paused)} paused.`);
  const unsafe = next.filter(({ hasOpenSafety }) => hasOpenSafety);
  if (unsafe.length > 0) reasons.push(`An answer of ${named(unsafe)} about safety is open.`);
  if (isPlanHeld) reasons.push('You hold the whole plan.');
  else if (assignment.isHeld) reasons.push('You hold this step.');
  const stopped = new Set([...paused, ...unsafe].map(({ partnerId }) => partnerId));
  const closers = next.filter(({ needsFreshYes, partnerId }) => needsFreshYes && !stopped.has(partnerId));
  if (closers.length > 0) reasons.push(`${named(closers)} closed it: it waits for a fresh yes.`);
  const known = new Set([...stopped, ...closers.map(({ partnerId }) => partnerId)]);
  const unanswered = next.filter(({ hasOpeningConsent, partnerId }) => !hasOpeningConsent && !known.has(partnerId));
  if (unanswered.length > 0) reasons.push(`Waits for a yes from ${named(unanswered)}.`);
  if (next.some(({ isReleased }) => !isReleased))
    reasons.push(
      assignment.needsRelease && assignment.consentEvery === 'week'
        ? 'Waits for your release of this week.'
        : 'Waits for your release.',
    );
  return reasons;
}

/** One unit done alone, for one person. */
export function aloneWords(state: UnitState, assignment: Pick<Assignment, 'aloneNeedsRelease'>): string {
  switch (state.state) {
    case 'done':
      return `Done ${shortDay(state.doneOn ?? '')}`;
    case 'open':
      return 'Open';
    case 'asked':
      return 'Asked';
    case 'closed':
      if (!state.isMet) return 'Waits for the meeting alone';
      return state.hasOpeningConsent && assignment.aloneNeedsRelease ? 'Waits for your release' : 'Closed';
  }
}

/** One partner's answer in a few words, and whether it is a yes that stands. */
export function consentWords(answer: LatestAnswer | undefined, state: UnitState): { words: string; isYes: boolean } {
  if (!answer) return { words: 'No answer yet', isYes: false };
  const on = shortDay(answer.answeredOn);
  if (answer.withdrawnOn) return { words: `Took the yes back, ${shortDay(answer.withdrawnOn)}`, isYes: false };
  if (state.hasOpeningConsent) return { words: `Yes, ${on}`, isYes: true };
  if (answer.isOpening) return { words: `Said yes on ${on}; asked again since`, isYes: false };
  const wanted = answer.answers.wantThisWeek ?? answer.answers.wantAlone ?? answer.answers.wantAgreement;
  if (wanted === undefined) return { words: `Skipped the question, ${on}`, isYes: false };
  return {
    words: wanted === 'Yes' ? `Yes, but another answer holds it, ${on}` : `${String(wanted)}, ${on}`,
    isYes: false,
  };
}

const nameOf = (people: readonly PersonOnPlan[], partnerId: string) =>
  people.find(({ id }) => id === partnerId)?.name ?? 'one partner';
