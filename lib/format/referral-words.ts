/** The words for referrals, releases and what came of them. Safe in the browser. */
import type { ReleaseState } from './release-state';

/** As the clinic says it. */
export const professionWords = {
  familyDoctor: 'Family doctor',
  gynecologist: 'Gynecologist',
  urologist: 'Urologist',
  oncologist: 'Oncologist',
  pelvicFloor: 'Pelvic floor physical therapist',
  psychiatrist: 'Psychiatrist',
  therapist: 'Individual therapist',
  otherDoctor: 'Another doctor',
  other: 'Another professional',
} as const;

export const referralOutcomeWords = {
  seen: { label: 'Seen', help: 'They went, and you know what came of it.' },
  notWanted: { label: 'Not wanted', help: 'They decided against it. That is theirs to decide.' },
  noAnswer: { label: 'No answer', help: 'Nothing came back.' },
  other: { label: 'Something else', help: 'Say what in your words.' },
} as const;

/** The release as its care team reads it. */
export const releaseStateWords: Record<ReleaseState, string> = {
  asked: 'Waits for their answer',
  notNow: 'Not now',
  signed: 'Signed',
  ended: 'Has ended',
  withdrawn: 'Withdrawn',
};
