// Two practices with a row in every table, and a person of every kind to ask for them.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { rowsOfAccount } from './account-rows';
import { rowsOfLog } from './log-rows';
import {
  type CoupleInTest,
  makeAssignment,
  makeCouple,
  makePractice,
  makeStaff,
  type PracticeInTest,
  type StaffInTest,
} from '@/tests/support/people';
import { makeFrame } from './world-of-frame';
import { rowsOfWriting } from './world-of-notes';
import { releaseRows } from './release-rows';
import { supervisedRows } from './world-of-supervision';

export type World = {
  practice: PracticeInTest;
  therapist: StaffInTest;
  couple: CoupleInTest;
  /** Who asks, by a name that says what they are to the couple. */
  tokens: Record<Person, string>;
  /** The row of each table that everyone asks for, as its primary key's condition. */
  rows: Record<string, Record<string, unknown>>;
};

export const PEOPLE = [
  'practiceAdmin',
  'therapist',
  'therapistOutside',
  'therapistBefore',
  'supervisor',
  'supervising',
  'scheduler',
  'partner',
  'otherPartner',
  'partnerElsewhere',
  'practiceAdminElsewhere',
  'therapistElsewhere',
] as const;
export type Person = (typeof PEOPLE)[number];

const SEALED = Buffer.from('00', 'hex');
const PHQ = { instrument: 'phq9', version: 1 };
const SCORED = { algorithm: 1, on: '2026-01-01', total: 9, policy: 'noSecrets' };
const LIMITS = { distress_at_least: 7, pain_at_least: 4, comfort_at_most: 3 };

export async function makeWorld(owner: pg.Pool): Promise<World> {
  const practice = await makePractice(owner);
  const elsewhere = await makePractice(owner);
  const therapist = await makeStaff(owner, practice, ['therapist']);
  const couple = await makeCouple(owner, practice, therapist);
  const before = await makeStaff(owner, practice, ['therapist']);
  await owner.query(
    `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on, to_on) values ($1, $2, $3, 'cover', '2020-01-01', '2020-02-01')`,
    [practice.practiceId, couple.coupleId, before.staffMemberId],
  );
  const therapistElsewhere = await makeStaff(owner, elsewhere, ['therapist']);
  const coupleElsewhere = await makeCouple(owner, elsewhere, therapistElsewhere);
  const supervising = await makeStaff(owner, practice, ['supervisor']);
  const staff = async (role: 'practiceAdmin' | 'therapist' | 'supervisor' | 'scheduler', where = practice) =>
    (await makeStaff(owner, where, [role])).token;
  const tokens: Record<Person, string> = {
    practiceAdmin: await staff('practiceAdmin'),
    therapist: therapist.token,
    therapistOutside: await staff('therapist'),
    therapistBefore: before.token,
    supervisor: await staff('supervisor'),
    supervising: supervising.token,
    scheduler: await staff('scheduler'),
    partner: couple.first.token,
    otherPartner: couple.second.token,
    partnerElsewhere: coupleElsewhere.first.token,
    practiceAdminElsewhere: await staff('practiceAdmin', elsewhere),
    therapistElsewhere: therapistElsewhere.token,
  };
  return {
    practice,
    therapist,
    couple,
    tokens,
    rows: await makeRows(owner, { practice, therapist, couple, supervising }),
  };
}

/** One row of each table: the couple's, the first partner's or the therapist's own. */
type Of = Parameters<typeof supervisedRows>[1];
async function makeRows(owner: pg.Pool, { practice, therapist, couple, supervising }: Of) {
  const assignmentId = await makeAssignment(owner, practice, couple, therapist, 'S02');
  const base = { practice_id: practice.practiceId, couple_id: couple.coupleId };
  const own = { ...base, partner_id: couple.first.partnerId };
  const sessionId = randomUUID();
  const noteId = randomUUID();
  const insert = async (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row);
    await owner.query(
      `insert into ${table} (${columns.map((c) => `"${c}"`).join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
    return row;
  };
  const withId = async (table: string, row: Record<string, unknown>) => {
    const id = randomUUID();
    await insert(table, { id, ...row });
    return { id };
  };
  const keyed = async (table: string, key: Record<string, unknown>, row: Record<string, unknown>) => {
    await insert(table, row);
    return key;
  };
  const one = async (sql: string, ...values: unknown[]) =>
    (await owner.query(sql, values)).rows[0] as Record<string, unknown>;
  await insert('sessions', {
    id: sessionId,
    ...base,
    kind: 'joint',
    therapist_id: therapist.staffMemberId,
    starts_at: new Date(),
    minutes: 50,
  });
  const proposalId = randomUUID();
  await insert('policy_proposals', {
    id: proposalId,
    ...base,
    policy: 'noSecrets',
    session_id: sessionId,
    author_id: therapist.staffMemberId,
  });
  await insert('session_notes', {
    id: noteId,
    ...base,
    session_id: sessionId,
    kind: 'joint',
    author_id: therapist.staffMemberId,
    format: 'DAP',
    sections: SEALED,
  });
  await insert('partner_intakes', { ...own, words: SEALED });
  await insert('session_attendances', { ...own, session_id: sessionId, attendance: 'attended' });
  await insert('staff_settings', {
    practice_id: practice.practiceId,
    staff_member_id: therapist.staffMemberId,
    has_single_keys: true,
  });
  const alone = { practice_id: practice.practiceId, partner_id: couple.first.partnerId };
  await insert('day_sheets', { ...alone, on: '2026-01-01', content: '{}' });
  await insert('calendar_choices', { ...alone, is_alone_in_file: true, is_alone_hidden: false });
  const sharedWords = await withId('shared_words', { ...own, on: '2026-01-01', text: SEALED });
  const { id: programId } = await one('select id from programs where practice_id = $1', practice.practiceId);
  const ownStepId = randomUUID();
  await insert('steps', { id: ownStepId, ...base, code: ownStepId, stage: 1 });
  await insert('today_visits', {
    staff_member_id: therapist.staffMemberId,
    practice_id: practice.practiceId,
    since: new Date(),
    looked_at: new Date(),
  });
  const unit = { assignment_id: assignmentId, unit: 'whole', policy: 'noSecrets' };
  const referral = await withId('referrals', {
    ...own,
    profession: 'urologist',
    record: SEALED,
    due_on: '2026-01-01',
    author_id: therapist.staffMemberId,
  });
  const release = await withId('releases', {
    ...own,
    referral_id: referral.id,
    terms: SEALED,
    until_on: '2026-07-01',
    author_id: therapist.staffMemberId,
  });
  const account = await one('select account_id from partners where id = $1', couple.first.partnerId);
  await insert('idempotency_keys', { account_id: account.account_id, key: randomUUID(), body_hash: SEALED });
  return {
    practices: { id: practice.practiceId },
    support_contacts: await one('select id from support_contacts where practice_id = $1', practice.practiceId),
    staff_members: { id: therapist.staffMemberId },
    staff_roles: { staff_member_id: therapist.staffMemberId, role: 'therapist' },
    staff_settings: { staff_member_id: therapist.staffMemberId },
    invitations: await withId('invitations', {
      ...own,
      kind: 'partner',
      email: 'ada@partner.example',
      token_hash: Buffer.from(randomUUID()),
      created_by: therapist.staffMemberId,
      expires_at: new Date(),
    }),
    accounts: { id: account.account_id },
    sign_ins: await one('select id from sign_ins where partner_id = $1', couple.first.partnerId),
    set_up_links: await withId('set_up_links', { token_hash: Buffer.from(randomUUID()), expires_at: new Date() }),
    ...(await rowsOfAccount(insert, withId, account.account_id)),
    idempotency_keys: { account_id: account.account_id },
    couples: { id: couple.coupleId },
    partners: { id: couple.first.partnerId },
    care_team_members: await one(
      'select id from care_team_members where couple_id = $1 and to_on is null',
      couple.coupleId,
    ),
    sessions: { id: sessionId },
    intakes: { couple_id: couple.coupleId },
    partner_intakes: { partner_id: couple.first.partnerId },
    endings: await withId('endings', {
      ...base,
      reason: 'reached',
      record: SEALED,
      ended_by: therapist.staffMemberId,
    }),
    confidentiality_policies: await one(
      'select id from confidentiality_policies where couple_id = $1',
      couple.coupleId,
    ),
    policy_proposals: { id: proposalId },
    policy_answers: await withId('policy_answers', { ...own, proposal_id: proposalId, is_yes: true }),
    agreements: await one('select id from agreements where partner_id = $1', couple.first.partnerId),
    meetings_alone: await withId('meetings_alone', {
      ...own,
      met_on: '2026-01-01',
      was_alone: 'yes',
      outcome: 'jointWork',
      recorded_by: therapist.staffMemberId,
    }),
    assignments: { id: assignmentId },
    assignment_terms: await withId('assignment_terms', {
      ...base,
      assignment_id: assignmentId,
      terms: SEALED,
      author_id: therapist.staffMemberId,
    }),
    own_terms: await withId('own_terms', {
      ...own,
      assignment_id: assignmentId,
      words: SEALED,
      author_id: therapist.staffMemberId,
    }),
    waivers: await withId('waivers', {
      ...base,
      assignment_id: assignmentId,
      requirement: 'S01',
      reason: SEALED,
      author_id: therapist.staffMemberId,
    }),
    prepared_steps: await withId('prepared_steps', {
      ...base,
      step_id: (await one('select id from steps where practice_id = $1 limit 1', practice.practiceId)).id,
      choice: SEALED,
      prepared_by: therapist.staffMemberId,
    }),
    practice_closings: await withId('practice_closings', { ...base, closed_by: therapist.staffMemberId }),
    plan_events: await withId('plan_events', { ...own, kind: 'paused' }),
    consents: await withId('consents', { ...own, ...unit, answers: '{}' }),
    check_ins: await withId('check_ins', { ...own, ...unit, on: '2026-01-01', answers: '{}' }),
    reflections: await withId('reflections', { ...own, text: SEALED, policy: 'noSecrets' }),
    shared_words: sharedWords,
    review_limits: await keyed('review_limits', { partner_id: own.partner_id }, { ...own, ...LIMITS }),
    reminders: await withId('reminders', { ...own, level: 'neutral', weekdays: [1], time: '19:00' }),
    flags: await withId('flags', { ...own, tier: 'talk', source: 'pause', reason: 'pause' }),
    contact_notes: await withId('contact_notes', {
      ...own,
      kind: 'call',
      on: '2026-01-01',
      author_id: therapist.staffMemberId,
    }),
    measures_given: await withId('measures_given', {
      ...own,
      ...PHQ,
      due_on: '2026-01-01',
      author_id: therapist.staffMemberId,
    }),
    measure_scores: await withId('measure_scores', {
      ...own,
      ...PHQ,
      ...SCORED,
    }),
    referrals: referral,
    referral_events: await withId('referral_events', {
      ...own,
      referral_id: referral.id,
      kind: 'outcome',
      outcome: 'seen',
      author_id: therapist.staffMemberId,
    }),
    releases: release,
    release_answers: await withId('release_answers', {
      ...own,
      release_id: release.id,
      answer: 'signed',
      on: '2026-01-01',
    }),
    ...(await releaseRows(withId, { own, base, noteId, staffMemberId: therapist.staffMemberId })),
    to_dos: await withId('to_dos', {
      ...base,
      words: SEALED,
      due_on: '2026-01-01',
      assignee_id: therapist.staffMemberId,
      author_id: therapist.staffMemberId,
    }),
    today_visits: { staff_member_id: therapist.staffMemberId },
    session_attendances: { session_id: sessionId, partner_id: couple.first.partnerId },
    session_notes: { id: noteId },
    ...(await rowsOfWriting(withId, one, { practice, therapist, base, noteId })),
    ...(await supervisedRows(owner, { practice, couple, therapist, supervising })),
    day_sheets: { partner_id: couple.first.partnerId, on: '2026-01-01' },
    drafts: await withId('drafts', { ...own, subject: 'words', content: SEALED, expires_at: new Date() }),
    calendar_choices: { partner_id: couple.first.partnerId },
    partner_requests: await withId('partner_requests', { ...own, kind: 'data' }),
    kept_words: await insert('kept_words', {
      practice_id: practice.practiceId,
      partner_id: couple.first.partnerId,
      words_id: sharedWords.id,
    }),
    programs: await one(
      `insert into programs (practice_id, version, common, author_id)
       select practice_id, 2, common, $2 from programs where practice_id = $1 returning id`,
      practice.practiceId,
      therapist.staffMemberId,
    ),
    steps: { id: ownStepId },
    step_versions: await withId('step_versions', {
      ...base,
      step_id: ownStepId,
      program_id: programId,
      version: 1,
      title: 'In own words',
      content: '{}',
      author_id: therapist.staffMemberId,
    }),
    step_reviews: await withId('step_reviews', {
      practice_id: practice.practiceId,
      step_version_id: (await one('select id from step_versions where practice_id = $1 limit 1', practice.practiceId))
        .id,
      author_id: therapist.staffMemberId,
      reviewed_as: 'Tess Example, LMFT',
    }),
    ...(await makeFrame(withId, { base, own, author_id: therapist.staffMemberId })),
    practice_keys: { id: practice.practiceKey.id },
    data_keys: await one(
      `select id from data_keys where partner_id = $1 and key_class = 'partner.private'`,
      couple.first.partnerId,
    ),
    ...(await rowsOfLog(owner, practice.practiceId, couple.first.partnerId)),
  } satisfies Record<string, Record<string, unknown>>;
}
