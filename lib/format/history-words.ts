/** What happened with a couple, in one sentence each. Safe in the browser. */
import { careTeamPartWords, policyWords } from './couple-words';
import { longDay } from './dates';

export type Happened = {
  kind: string;
  /** Whose act, or whom it is about; null for both. */
  partner: string | null;
  staff: string | null;
  word: string | null;
  title: string | null;
  unit: string | null;
  isOpening: boolean | null;
  isImmediate: boolean;
  /** Day and time of a session. */
  startsAt: string | null;
};

const sentences: Record<string, (of: Happened & { one: string; step: string }) => string> = {
  assigned: ({ step, isImmediate }) => `${step} was assigned${isImmediate ? ', in the room' : ''}.`,
  termsChanged: ({ step }) => `The conditions of ${step} were changed for both from the next turn.`,
  released: ({ step, isImmediate }) =>
    isImmediate ? `${step} was opened for both in the room.` : `${step} was released from the next turn.`,
  held: ({ step, title, isImmediate }) =>
    isImmediate
      ? `${title ? step : 'Everything shared'} was closed for both at once, and put on hold.`
      : `${title ? step : 'The whole plan'} was put on hold.`,
  holdLifted: ({ step, title }) => `The hold on ${title ? step : 'the whole plan'} was lifted.`,
  finished: ({ step }) => `${step} was marked as done.`,
  retired: ({ step }) => `${step} was taken off the plan.`,
  answered: ({ one, step, isOpening }) => `${one} answered ${step}: ${isOpening ? 'a yes that opens it' : 'not now'}.`,
  withdrawn: ({ one, step }) => `${one} took back a yes to ${step}.`,
  paused: ({ one }) => `${one} paused.`,
  pauseTakenBack: ({ one }) => `${one} took the pause back.`,
  pauseLifted: ({ one }) => `The pause of ${one} was lifted.`,
  safetyRaised: ({ one }) => `${one} gave an answer about safety that holds what is shared.`,
  safetySettled: ({ one }) => `The answer of ${one} about safety was settled.`,
  metAlone: ({ one, isOpening }) =>
    `${one} was met alone: ${isOpening ? 'joint work' : 'individual work first, or not surely alone'}.`,
  ended: () => 'Work was ended.',
  reopened: () => 'Work was taken up again.',
  sharedEnded: ({ partner, word }) =>
    `The end of shared work was set for the turn of ${word ? longDay(word) : 'a day'}${partner ? `, agreed with ${partner}` : ''}.`,
  sharedResumed: () => 'The end of shared work was taken back.',
  coupleMade: () => 'The couple was made here.',
  policySet: ({ word }) => `The confidentiality policy was set: ${policyOf(word)}.`,
  agreed: ({ one, word }) => `${one} signed the agreement: ${policyOf(word)}.`,
  policyProposed: ({ word }) => `Another confidentiality policy was put before each of them: ${policyOf(word)}.`,
  policyRefused: ({ one, word }) => `${one} wants to keep the policy as it is, not ${policyOf(word)}.`,
  sessionPlanned: ({ word, one, startsAt }) => `${sessionOf(word, one)} was planned for ${startsAt}.`,
  sessionCancelled: ({ word, one, startsAt }) => `${sessionOf(word, one)} of ${startsAt} was cancelled.`,
  noteSigned: ({ word, one }) =>
    word === 'individual'
      ? `A note of a session with ${one} alone was signed.`
      : 'A note of a joint session was signed.',
  partnerAdded: ({ one }) => `${one} was added.`,
  partnerInvited: ({ one }) => `${one} was invited.`,
  partnerClosed: ({ one }) => `The account of ${one} was closed.`,
  careBegan: ({ staff, word }) => `${staff ?? 'Someone'} joined the care team: ${partOf(word)}.`,
  careEnded: ({ staff, word }) => `Last day of ${staff ?? 'someone'} in the care team: ${partOf(word)}.`,
};

/** Kinds whose sentence already names the staff member. */
const NAMES_STAFF = ['careBegan', 'careEnded'];

export function happenedWords(of: Happened): { sentence: string; by: string | null } {
  const part = of.unit === 'alone' ? ', the part done alone' : of.unit === 'together' ? ', the part done together' : '';
  const say = sentences[of.kind];
  return {
    sentence: say?.({ ...of, one: of.partner ?? 'One partner', step: `“${of.title ?? 'A step'}”${part}` }) ?? of.kind,
    by: NAMES_STAFF.includes(of.kind) ? null : of.staff,
  };
}

/** Every kind that has a sentence; a test holds it to what can happen. */
export const SAID = Object.keys(sentences);

const policyOf = (word: string | null) =>
  word && word in policyWords ? policyWords[word as keyof typeof policyWords].label.toLowerCase() : 'unknown';
const partOf = (word: string | null) =>
  word && word in careTeamPartWords
    ? careTeamPartWords[word as keyof typeof careTeamPartWords].toLowerCase()
    : 'unknown part';
const sessionOf = (word: string | null, one: string) =>
  word === 'individual' ? `A session with ${one} alone` : 'A joint session';
