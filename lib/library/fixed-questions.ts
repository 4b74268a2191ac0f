/** Questions whose words and answers rules hang on: shown with why, asked of everyone alike, and never edited. */
import 'server-only';

const OPENS = 'The step opens, waits or stays closed by this answer, so everyone is asked in the same words.';
const SAFETY =
  'A worried answer here holds what is shared and tells the care team, so its words and answers stay as they are.';
const OVER_TIME =
  'The care team reads this number over time and is told by its limits: other words would break the line.';
const COMPARED = 'The plan shows this answer beside the step and compares the two, so its answers stay as they are.';
const AUDIENCE = 'Who may read it is chosen before a word is written, so the two stay as they are and together.';

const FIXED: Readonly<Record<string, string>> = {
  wantAlone: OPENS,
  wantThisWeek: OPENS,
  wantAgreement: OPENS,
  ownChoice: SAFETY,
  stopAllRight: SAFETY,
  askedToStop: SAFETY,
  freeToStop: SAFETY,
  contactMe: 'It asks the care team to be in touch in the way this person said is safe, so it is on every check-in.',
  comfort: OVER_TIME,
  distressNow: OVER_TIME,
  distressWorst: OVER_TIME,
  connected: OVER_TIME,
  pain: OVER_TIME,
  done: COMPARED,
  nextTime: COMPARED,
  reflectionFor: AUDIENCE,
  reflection: AUDIENCE,
};

/** Why a question is never edited; null where it may be. */
export const whyFixed = (id: string): string | null => (Object.hasOwn(FIXED, id) ? FIXED[id]! : null);
