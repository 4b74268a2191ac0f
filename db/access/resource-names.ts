/** What each resource of the grid is, for whoever knows no tables, in the order in which the app prints it. */
import type { ResourceName } from './policy';

type Group = { heading: string; names: { readonly [R in ResourceName]?: string } };

export const RESOURCE_GROUPS = [
  {
    heading: 'The practice and who works there',
    names: {
      practices: 'The practice and its settings',
      supportContacts: 'Where to turn for help',
      staffMembers: 'Staff: names, credentials, e-mail addresses',
      staffRoles: 'Who has which role',
      staffSettings: 'What somebody set for themselves',
      staffKeys: 'Keys to one’s own snippets',
      snippets: 'Snippets for notes',
      invitations: 'Invitations',
      supervisions: 'Who supervises whom',
    },
  },
  {
    heading: 'Couples and who cares for them',
    names: {
      couples: 'Couples: initials, state, time zone',
      partners: 'Partners: names, addresses, accounts',
      careTeamMembers: 'Care teams',
      sessions: 'Sessions: when, where, who comes',
      sessionAttendances: 'Who was at a session',
      todayVisits: 'When somebody last looked at Today',
      toDos: 'To-dos',
      contactNotes: 'Contact notes',
      endings: 'How care ended',
    },
  },
  {
    heading: 'What the care team knows',
    names: {
      intakes: 'Intake of both',
      partnerIntakes: 'Intake of one partner',
      meetingsAlone: 'Meetings alone',
      confidentialityPolicies: 'The policy on secrets',
      policyProposals: 'Changes of that policy, asked of both',
      policyAnswers: 'What each answered to that',
      agreements: 'What a partner agreed to',
      flags: 'Flags',
      reviewLimits: 'From when an answer raises one',
      goals: 'Goals',
      goalVersions: 'Changes of goals',
      diagnoses: 'Diagnosis codes',
    },
  },
  {
    heading: 'The plan',
    names: {
      assignments: 'Assigned steps',
      assignmentTerms: 'Conditions and line for both',
      ownTerms: 'Conditions and line for one partner',
      waivers: 'Waived requirements',
      preparedSteps: 'Steps being prepared',
      planEvents: 'What happened to the plan',
      practiceClosings: 'Plans closed by the practice',
    },
  },
  {
    heading: 'What partners give',
    names: {
      consents: 'Yes, no, and words to them',
      checkIns: 'Check-ins',
      reflections: 'Words for the therapist',
      sharedWords: 'Words for both',
      measuresGiven: 'Measures given',
      measureScores: 'Answers to measures, and scores',
      partnerRequests: 'What a partner asks of the practice',
    },
  },
  {
    heading: 'Session notes',
    names: {
      sessionNotes: 'Session notes',
      noteCoAuthors: 'Co-authors of a draft',
      noteVersions: 'Earlier texts of a note',
      addenda: 'Addenda',
      coSignatures: 'Co-signatures',
      noteReviews: 'What a supervisor decided',
      noteComments: 'Comments between an author and a supervisor',
      processNotes: 'Process notes',
    },
  },
  {
    heading: 'Referrals and releases',
    names: {
      referrals: 'Referrals',
      referralEvents: 'What became of a referral',
      releases: 'What may be told in a referral',
      releaseAnswers: 'Whether the partner signed that',
      recordReleases: 'Releases of one person’s record',
      recordAuthorizations: 'Authorizations for that',
      jointNoteDecisions: 'Whether joint notes go along',
      disclosures: 'What was handed over',
    },
  },
  {
    heading: 'The partner’s own side',
    names: {
      daySheets: 'The partner’s day',
      reminders: 'Reminders',
      drafts: 'Texts in writing',
      calendarChoices: 'What a calendar may show',
      keptWords: 'Words for both that a partner keeps',
    },
  },
  {
    heading: 'The library',
    names: {
      programs: 'Programs',
      steps: 'Steps',
      stepVersions: 'Versions of a step',
      stepReviews: 'Reviews of a step',
    },
  },
  {
    heading: 'Accounts, keys and the log',
    names: {
      accounts: 'Accounts and passwords',
      signIns: 'Sign-ins',
      halfSignIns: 'Sign-ins that wait for the second step',
      totpFactors: 'Apps for the second step',
      recoveryCodes: 'Recovery codes',
      passwordResets: 'Password resets',
      accountNotices: 'What an account is told',
      setUpLinks: 'Links that set up a practice',
      idempotencyKeys: 'Forms already sent',
      practiceKeys: 'The practice’s key, wrapped',
      dataKeys: 'Keys to sealed words, wrapped',
      auditEvents: 'The access log',
      auditLinks: 'The access log’s chain',
    },
  },
] as const satisfies readonly Group[];
