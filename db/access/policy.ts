/**
 * THE GRID: who may do what to which row. One resource per table, one line per action, one word per role.
 *
 * A word is explained in scopes.ts. A list means that all its words must hold; `either` means that one of several lists must.
 * Someone with several roles may do what any of them may. What is not said here is refused, by Postgres.
 *
 * `rules` says what the fixed functions in db/functions may do when they run as hearth_rules: they hold the few acts that need
 * a wider sight than the asker's (finding a sign-in, redeeming an invitation, drawing up a day sheet).
 */
import { type Action, type Cell, clinicians, either, ofWriters, type Resource, type Role, staff } from './grid';

const ofLibraryOrCouple = { ...staff('library'), therapist: either(['library'], ['careTeam']) } as const;
const cared = ['read', 'create', 'change', 'remove'] as const; // of keys, by `npm run keys` alone and no function

export const policy = {
  // The practice and the people who work there
  practices: { read: staff('practice'), change: { practiceAdmin: 'practice' }, rules: ['read', 'create'] },
  supportContacts: {
    read: staff('practice'),
    create: { practiceAdmin: 'practice' },
    change: { practiceAdmin: 'practice' },
    remove: { practiceAdmin: 'practice' },
    rules: ['read', 'create'],
  },
  staffMembers: {
    read: staff('practice'),
    create: { practiceAdmin: 'practice' },
    change: { practiceAdmin: 'practice' },
    rules: ['read', 'create', 'change'],
  },
  staffRoles: {
    read: staff('practice'),
    create: { practiceAdmin: 'practice' },
    remove: { practiceAdmin: 'practice' },
    rules: ['read', 'create'],
  },
  staffSettings: { read: staff('author'), create: staff('author'), change: staff('author'), rules: ['read'] },
  invitations: {
    read: { practiceAdmin: 'practice', therapist: 'careTeam' },
    create: { practiceAdmin: 'practice', therapist: 'careTeam' },
    change: { practiceAdmin: 'practice', therapist: 'careTeam' },
    rules: ['read', 'change'],
  },

  // Who supervises whom: run by admins, read by the two of them
  supervisions: {
    read: { practiceAdmin: 'practice', ...clinicians('party') },
    create: { practiceAdmin: 'practice' },
    change: { practiceAdmin: 'practice' },
    rules: ['read'],
  },

  // Accounts and sign-ins belong to no practice: only the fixed functions reach them
  accounts: { rules: ['read', 'create', 'change'] },
  signIns: { rules: ['read', 'create', 'change'] },
  setUpLinks: { rules: ['read', 'create', 'change'] },
  passwordResets: { rules: ['read', 'create', 'change', 'remove'] },
  halfSignIns: { rules: ['read', 'create', 'change', 'remove'] },
  totpFactors: { rules: ['read', 'create', 'change', 'remove'] },
  passkeys: { rules: ['read', 'create', 'change', 'remove'] },
  passkeyChallenges: { rules: ['read', 'create', 'change', 'remove'] },
  recoveryCodes: { rules: ['read', 'create', 'change', 'remove'] },
  accountNotices: { rules: ['read', 'create', 'change'] },
  idempotencyKeys: { rules: ['read', 'create', 'change'] },

  // A couple and who cares for it: no clinical word in these rows
  couples: {
    read: { practiceAdmin: 'practice', scheduler: 'practice', therapist: 'careTeam' },
    create: { therapist: 'author' },
    change: { therapist: 'careTeam' },
    rules: ['read'],
  },
  partners: {
    read: { practiceAdmin: 'practice', scheduler: 'practice', therapist: 'careTeam' },
    create: { therapist: 'careTeam' },
    change: { practiceAdmin: 'practice', therapist: 'careTeam' },
    rules: ['read', 'change'],
  },
  careTeamMembers: {
    read: { practiceAdmin: 'practice', scheduler: 'practice', therapist: 'careTeam' },
    create: { practiceAdmin: 'practice', therapist: 'primary' },
    change: { practiceAdmin: 'practice', therapist: 'primary' },
    rules: ['read', 'create'],
  },
  sessions: {
    read: { practiceAdmin: 'practice', scheduler: 'practice', therapist: 'careTeam' },
    create: { scheduler: 'practice', therapist: 'careTeam' },
    change: { scheduler: 'practice', therapist: 'careTeam' },
    rules: ['read', 'change'],
  },

  // What the care team knows
  intakes: { read: { therapist: 'careTeam' }, create: { therapist: 'careTeam' }, change: { therapist: 'careTeam' } },
  partnerIntakes: {
    read: { therapist: 'careTeam' },
    create: { therapist: 'careTeam' },
    change: { therapist: 'careTeam' },
  },
  endings: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  confidentialityPolicies: { read: { therapist: 'careTeam' }, create: { therapist: 'careTeam' }, rules: ['read'] },
  // Another policy waits for both; neither partner reads what the other said
  policyProposals: {
    read: { therapist: 'careTeam' },
    create: { therapist: ['careTeam', 'author'] },
    change: { therapist: 'careTeam' },
    rules: ['read'],
  },
  policyAnswers: { read: { therapist: 'careTeam' }, create: { partner: 'self' }, rules: ['read'] },
  agreements: { read: { therapist: 'careTeam' }, create: { partner: 'self' }, rules: ['read'] },
  meetingsAlone: { read: { therapist: 'careTeam' }, create: { therapist: 'careTeam' } },
  assignments: { read: { therapist: 'careTeam' }, create: { therapist: 'careTeam' }, rules: ['read'] },
  // Both read the first, one partner alone the second; each of them only in a day sheet
  assignmentTerms: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] }, rules: ['read'] },
  ownTerms: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] }, rules: ['read'] },
  waivers: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  preparedSteps: {
    read: { therapist: 'careTeam' },
    create: { therapist: 'careTeam' },
    remove: { therapist: 'careTeam' },
  },
  // A practice admin closed what is shared: written by the fixed function alone, so that the admin reads nothing of it
  practiceClosings: { read: { therapist: 'careTeam' }, change: { therapist: 'careTeam' }, rules: ['create'] },
  planEvents: {
    read: { therapist: 'careTeam' },
    create: {
      therapist: either(['careTeam', 'staffAct'], ['careTeam', 'onPaper']),
      partner: ['self', 'ownAct'],
    },
    rules: ['read', 'create'],
  },
  consents: { read: { therapist: 'careTeam' }, create: { partner: 'self' }, rules: ['read'] },
  checkIns: {
    read: { therapist: 'careTeam' },
    create: { therapist: ['careTeam', 'onPaper'], partner: ['self', 'ownHand'] },
    rules: ['read'],
  },
  reflections: { read: { therapist: 'careTeam' }, create: { partner: 'self' } },
  sharedWords: {
    read: { therapist: ['careTeam', 'standing'], partner: ['self', 'standing'] },
    create: { partner: 'self' },
    rules: ['read', 'change'],
  },
  flags: {
    read: { therapist: 'careTeam' },
    create: { therapist: ['careTeam', 'onPaper'], partner: 'self' },
    change: { therapist: 'careTeam' },
    rules: ['read', 'change'],
  },
  reviewLimits: {
    read: { therapist: 'careTeam' },
    create: { therapist: 'careTeam' },
    change: { therapist: 'careTeam' },
    rules: ['read'],
  },
  // The frame of the treatment: every change is a row of its own
  goals: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  goalVersions: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  diagnoses: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  // A measure is given to one partner, who answers it and reads none of it again; what waits comes from portal.my_measures
  measuresGiven: {
    read: { therapist: 'careTeam' },
    create: { therapist: ['careTeam', 'author'] },
    change: { therapist: 'careTeam' },
    rules: ['read'],
  },
  measureScores: {
    read: { therapist: 'careTeam' },
    create: { therapist: ['careTeam', 'onPaper'], partner: ['self', 'ownHand'] },
    change: { therapist: ['careTeam', 'byStaff'] },
    rules: ['read'],
  },
  contactNotes: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  // A referral is about one partner, who signs alone what may be told
  referrals: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  referralEvents: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  releases: {
    read: { therapist: 'careTeam', partner: ['self', 'standing'] },
    create: { therapist: ['careTeam', 'author'] },
    change: { therapist: 'careTeam' },
  },
  releaseAnswers: { read: { therapist: 'careTeam', partner: 'self' }, create: { partner: 'self' } },
  // A release of one person's record: the whole care team can account for it
  recordReleases: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  recordAuthorizations: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  jointNoteDecisions: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  disclosures: { read: { therapist: 'careTeam' }, create: { therapist: ['careTeam', 'author'] } },
  toDos: {
    read: { therapist: 'careTeam' },
    create: { therapist: ['careTeam', 'author'] },
    change: { therapist: 'careTeam' },
  },
  todayVisits: { read: { therapist: 'author' }, create: { therapist: 'author' }, change: { therapist: 'author' } },
  sessionAttendances: {
    read: { therapist: 'careTeam' },
    create: { therapist: 'careTeam' },
    change: { therapist: 'careTeam' },
  },

  // Notes: an author's while a draft, the care team's once signed, and never changed after that
  sessionNotes: {
    read: {
      therapist: either(['careTeam', 'author'], ['careTeam', 'signed'], ['careTeam', 'coAuthor']),
      supervisor: ['supervises', 'signed'],
    },
    create: { therapist: ['careTeam', 'author', 'draft'] },
    change: {
      therapist: either(['careTeam', 'author', 'draft'], ['careTeam', 'coAuthor', 'unsigned']),
    },
    rules: ['read', 'change'],
  },
  // Named by the author, for one draft
  noteCoAuthors: {
    read: { therapist: ofWriters },
    create: { therapist: ['careTeam', 'author'] },
    remove: { therapist: ['careTeam', 'author'] },
  },
  noteVersions: {
    read: { therapist: ofWriters },
    create: { therapist: either(['careTeam', 'author'], ['careTeam', 'coAuthor', 'keeper']) },
  },
  addenda: {
    read: { therapist: 'careTeam', supervisor: 'supervises' },
    // That a note was entered in error is said by its author, or by who leads the couple
    create: {
      therapist: either(['careTeam', 'author', 'addition'], ['careTeam', 'author', 'ownNote'], ['primary', 'author']),
    },
    rules: ['read'],
  },
  // Signatures of others under it, and what a supervisor decided
  coSignatures: {
    read: { therapist: 'careTeam', supervisor: 'supervises' },
    create: {
      therapist: ['treats', 'author', 'asCoTherapist'],
      supervisor: ['supervises', 'author', 'asSupervisor'],
    },
    rules: ['read'],
  },
  noteReviews: {
    read: { therapist: 'careTeam', supervisor: 'supervises' },
    create: { supervisor: ['supervises', 'author'] },
    rules: ['read'],
  },
  // Between the author of a note and one supervisor, and beside the record
  noteComments: {
    read: { therapist: ['careTeam', 'party'], supervisor: ['supervises', 'party'] },
    create: { therapist: ['careTeam', 'supervisee', 'author'], supervisor: ['supervises', 'party', 'author'] },
  },

  // Psychotherapy notes: the author's alone, whoever else cares for the couple, and still after leaving its care team
  processNotes: {
    read: { therapist: 'author' },
    create: { therapist: ['careTeam', 'author'] },
    change: { therapist: 'author' },
    remove: { therapist: 'author' },
  },
  // What a therapist puts into notes by name, and the key of it
  staffKeys: { read: { therapist: 'author' }, create: { therapist: 'author' }, rules: cared },
  snippets: {
    read: { therapist: 'author' },
    create: { therapist: 'author' },
    change: { therapist: 'author' },
    remove: { therapist: 'author' },
  },

  // The partner's own side
  daySheets: { read: { partner: 'self' }, rules: ['read', 'create', 'remove'] },
  reminders: {
    read: { partner: 'self' },
    create: { partner: 'self' },
    change: { partner: 'self' },
    rules: ['read', 'change'],
  },
  drafts: {
    read: { partner: 'self' },
    create: { partner: 'self' },
    change: { partner: 'self' },
    remove: { partner: 'self' },
    rules: ['read', 'create', 'remove'],
  },

  calendarChoices: { read: { partner: 'self' }, create: { partner: 'self' }, change: { partner: 'self' } },
  keptWords: { read: { partner: 'self' }, create: { partner: 'self' }, change: { partner: 'self' }, rules: ['read'] },
  // and what they ask the care team for, which they never read again
  partnerRequests: { read: { therapist: 'careTeam' }, create: { partner: 'self' }, change: { therapist: 'careTeam' } },

  // The library of steps: no couple's content, read by all staff, written by clinicians under their own name
  programs: { read: staff('practice'), create: clinicians('author'), rules: ['read', 'create'] },
  // and the steps a therapist wrote for one couple, which are the care team's alone
  steps: {
    read: ofLibraryOrCouple,
    create: { therapist: either(['library'], ['careTeam']), supervisor: 'library' },
    rules: ['read', 'create'],
  },
  stepVersions: {
    read: ofLibraryOrCouple,
    create: {
      therapist: either(['library', 'author'], ['careTeam', 'author']),
      supervisor: ['library', 'author'],
    },
    rules: ['read', 'create'],
  },
  stepReviews: { read: staff('practice'), create: clinicians('author') },

  // Keys that open sealed text, by class; wrapped, and useless without the practice's own key
  practiceKeys: { read: staff('practice'), rules: cared },
  dataKeys: {
    read: {
      therapist: either(['careTeam', 'recordKey'], ['author']),
      supervisor: 'supervises',
      partner: ['self', 'privateKey'],
    },
    create: {
      therapist: either(['careTeam', 'recordKey'], ['careTeam', 'author']),
    },
    rules: cared,
  },

  // Everyone's acts leave a row that nobody here may read back; the access log reads it by kind
  auditEvents: { create: { ...staff('actor'), partner: 'actor' }, rules: ['read', 'create'] },
  auditLinks: { rules: ['read', 'create'] },
} as const satisfies Record<string, Resource>;

export type ResourceName = keyof typeof policy;
export const RESOURCES = Object.keys(policy) as ResourceName[];

/** The cell for one resource, action and role; `nobody` where the grid is silent. */
export function cellOf(resource: ResourceName, action: Action, role: Role): Cell {
  const rows: Resource = policy[resource];
  return rows[action]?.[role] ?? 'nobody';
}

/** The actions that the fixed functions may take on a resource. */
export function rulesOf(resource: ResourceName): readonly Action[] {
  const rows: Resource = policy[resource];
  return rows.rules ?? [];
}

/** The table a resource lives in: `sessionNotes` is `session_notes`. */
export const tableOf = (resource: ResourceName): string => resource.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
