/** The words of People for what its rows hold. Safe in the browser. */

/** With what each role may do, in a sentence. */
export const roleWords = {
  therapist: {
    label: 'Therapist',
    description: 'Treats the couples in whose care team they stand: plans, sessions, notes.',
  },
  practiceAdmin: {
    label: 'Practice admin',
    description: 'Runs accounts, invitations, care teams and settings. Sees no clinical content in this role.',
  },
  supervisor: {
    label: 'Supervisor',
    description:
      'Reads, approves and co-signs the session notes of named supervisees, from the day named. Opens nothing else of a couple’s record in this role alone.',
  },
  scheduler: {
    label: 'Scheduler',
    description: 'Times, places, and who comes, for every couple. Sees no clinical content.',
  },
} as const;

export const careTeamPartWords = {
  primary: 'Primary therapist',
  coTherapist: 'Co-therapist',
  supervisor: 'Supervisor',
  cover: 'Cover',
  backup: 'Backup',
} as const;

export const couplesInWords = (count: number): string => (count === 1 ? '1 couple' : `${count} couples`);
