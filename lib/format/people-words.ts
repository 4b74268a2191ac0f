/** The words of People for what its rows hold. Safe in the browser. */

/** With what each role may do, in a sentence. */
export const roleWords = {
  therapist: { label: 'Therapist', description: 'Sees couples in whose care team they stand.' },
  practiceAdmin: {
    label: 'Practice admin',
    description: 'Runs accounts, invitations, care teams and settings. Sees no clinical content in this role.',
  },
  supervisor: { label: 'Supervisor', description: 'Reads and co-signs the notes of named supervisees.' },
  scheduler: { label: 'Scheduler', description: 'Times, places, and who comes.' },
} as const;

export const careTeamPartWords = {
  primary: 'Primary therapist',
  coTherapist: 'Co-therapist',
  supervisor: 'Supervisor',
  cover: 'Cover',
} as const;
