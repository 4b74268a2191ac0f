/** The words of the clinic for what a couple's rows hold. Safe in the browser. */

export const reasonWords = {
  medical: 'Illness, surgery or treatment',
  trauma: 'Something that happened to one of them',
  lowMood: 'Low mood or anxiety',
  timePoor: 'Hardly any time together',
  loss: 'A loss',
  conflict: 'Conflict or distance',
  other: 'Something else',
} as const;

export const policyWords = {
  noSecrets: {
    label: 'No secrets',
    meaning:
      'You may bring what either of them tells you into a session together. Answers about safety never, unless that person agrees.',
  },
  limitedSecrets: {
    label: 'Limited secrets',
    meaning:
      'You keep what one tells you alone, unless it stands in the way of the work. Then you help that person say it.',
  },
  strictPrivate: {
    label: 'Strictly private',
    meaning: 'What one of them tells you alone stays with you.',
  },
} as const;

/** What one partner brings with them, in the order it is asked. */
export const backgroundWords = {
  brought: { label: 'What brought this person', help: 'In their words, from their side.' },
  history: { label: 'History', help: 'Health, earlier relationships, what matters from before.' },
  medicines: { label: 'Medicines', help: 'With doses and since when, and what they notice of them.' },
  earlierTherapy: { label: 'Earlier therapy', help: 'With whom, when, and what helped or did not.' },
} as const;

export const endingReasonWords = {
  reached: 'They have what they came for',
  enoughForNow: 'Enough for now',
  oneStopped: 'One of them no longer wants shared work',
  partedWays: 'They are parting',
  individualInstead: 'Individual work instead',
  elsewhere: 'They go on elsewhere',
  noContact: 'No contact any more',
  other: 'Something else',
} as const;

export const coupleStateWords = { invited: 'Invited', active: 'Active', ended: 'Ended' } as const;

export const careTeamPartWords = {
  primary: 'Primary therapist',
  coTherapist: 'Co-therapist',
  supervisor: 'Supervisor',
  cover: 'Cover',
  backup: 'Backup',
} as const;

export const accountStateWords = {
  invited: 'Not signed up yet',
  active: 'Has an account',
  deactivated: 'Closed',
} as const;

/** A partner's place in the couple's own order, as charts and marks know it. */
export const placeOf = (position: number): 'first' | 'second' => (position === 1 ? 'first' : 'second');

export const outcomeWords = { jointWork: 'Joint work', individualFirst: 'Individual work first' } as const;
export const wasAloneWords = { yes: 'Alone with them', notSure: 'Not sure whether alone' } as const;
