// Couples in the ninth week of their work, with everything their pages read: made in bulk, past the app.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { PracticeInTest, StaffInTest } from '@/tests/support/people';
import { subjectOf } from '@/lib/drafts/schema';
import { readEnv } from '@/lib/env';
import { privateRef, sharedWordsRef, termsRef } from '@/lib/plan/sealed-places';
import { openKeyring, type Keyring } from '@/lib/sealed/keyring';
import { createDataKey, openPracticeKey } from '@/lib/sealed/keys';
import type { Row } from './insert-rows';

/** What of the program the plan is made of: its id, and whether both do it. */
export type StepOfPlan = { versionId: string; mode: string; intensity: number; consentEvery: string };

type Member = { partnerId: string; accountId: string; token: string; name: string };
export type Unit = { assignmentId: string; unit: 'whole' };
export type CoupleInBench = { coupleId: string; members: Member[]; open: Unit[] };

export type Rows = Map<string, Row[]>;

const NAMES = ['Ada', 'Bo', 'Cleo', 'Dara', 'Eli', 'Femi', 'Gil', 'Hana', 'Ines', 'Jun', 'Kit', 'Lou', 'Mika', 'Noor'];
const FAMILIES = ['Example', 'Sample', 'Specimen', 'Pattern', 'Model', 'Instance', 'Placeholder'];

/** Steps of the plan by code: done long ago, taken off, being done, and not answered yet. */
const DONE = ['S01', 'S02', 'S06'];
const TAKEN_OFF = ['S12'];
const OPEN = ['S17', 'S05'];
const ASKED = ['S13'];
export const PLANNED = [...DONE, ...TAKEN_OFF, ...OPEN, ...ASKED];
const WEEKS = 8;

/** A check-in as its partner answered it and has not sent it yet. */
const ANSWERS = {
  done: 'Part of it',
  comfort: '6',
  distressNow: '2',
  distressWorst: '4',
  freeToStop: 'Yes',
  connected: '7',
  pain: '0',
  nextTime: 'Same',
  reflectionFor: 'My therapist and me',
  reflection: 'We talked for a while before, which made it easier than the last time.',
  contactMe: 'No',
};

type Ground = {
  practice: PracticeInTest;
  now: Date;
  steps: Map<string, StepOfPlan>;
  /** Ids of assignments that do not rest today. */
  awake: string[];
};

/** Adds the rows of one couple, table by table in the order of their keys. */
export function addCouple(rows: Rows, ground: Ground, therapist: StaffInTest, number: number): CoupleInBench {
  const { practice, now } = ground;
  const { practiceId } = practice;
  const coupleId = randomUUID();
  const own = { practice_id: practiceId, couple_id: coupleId };
  const before = (days: number, hours = 0) =>
    new Date(now.getTime() - days * 86_400_000 - hours * 3_600_000).toISOString();
  const add = (table: string, row: Row) => void (rows.get(table) ?? rows.set(table, []).get(table)!).push(row);

  const members = [0, 1].map((place): Member => {
    const name = `${NAMES[(number * 2 + place) % NAMES.length]} ${FAMILIES[(number + Math.floor(number / 7) + place * 3) % FAMILIES.length]}`;
    return { partnerId: randomUUID(), accountId: randomUUID(), token: randomBytes(32).toString('base64url'), name };
  });
  const letters = (name: string) =>
    name
      .split(' ')
      .map((word) => `${word[0]}.`)
      .join('');
  add('couples', {
    id: coupleId,
    practice_id: practiceId,
    label: members.map(({ name }) => letters(name)).join(' & '),
    time_zone: 'America/New_York',
    status: 'active',
    created_by: therapist.staffMemberId,
    created_at: before(63),
  });
  add('confidentiality_policies', {
    ...own,
    policy: 'limitedSecrets',
    set_by: therapist.staffMemberId,
    set_at: before(63),
  });
  add('intakes', { ...own, reasons: ['medical', 'timePoor'] });
  for (const [place, { partnerId, accountId, token, name }] of members.entries()) {
    const email = `${partnerId}@partner.example`;
    add('accounts', { id: accountId, email, password_hash: 'none' });
    add('partners', {
      id: partnerId,
      ...own,
      position: place + 1,
      account_id: accountId,
      name,
      email,
      status: 'active',
      created_at: before(63),
    });
    add('sign_ins', {
      token_hash: createHash('sha256').update(token).digest(),
      account_id: accountId,
      practice_id: practiceId,
      partner_id: partnerId,
      created_at: before(0, 1),
      expires_at: before(-0.5),
    });
    add('agreements', { ...own, partner_id: partnerId, policy: 'limitedSecrets', agreed_at: before(60) });
    add('meetings_alone', {
      ...own,
      partner_id: partnerId,
      met_on: before(61).slice(0, 10),
      was_alone: 'yes',
      outcome: 'jointWork',
      recorded_by: therapist.staffMemberId,
      recorded_at: before(61),
    });
  }
  const keyring = addKeys(add, practice, coupleId, members);

  const event = (kind: string, days: number, more: Row = {}) =>
    add('plan_events', {
      ...own,
      kind,
      assignment_id: null,
      unit: null,
      partner_id: null,
      is_opening: null,
      is_immediate: false,
      staff_member_id: null,
      at: before(days),
      ...more,
    });
  const byStaff = { staff_member_id: therapist.staffMemberId };
  for (const { partnerId } of members) event('metAlone', 61, { partner_id: partnerId, is_opening: true, ...byStaff });

  const open: Unit[] = [];
  for (const [place, code] of PLANNED.entries()) {
    const step = ground.steps.get(code)!;
    const id = OPEN.includes(code) ? ground.awake.pop()! : randomUUID();
    const age = ASKED.includes(code) ? 3 : 60 - place * 7;
    const isShared = step.mode === 'together';
    const terms = { conditions: ['Lights on', 'Sitting, ten minutes'], line: 'Take your time with this one.' };
    add('assignments', {
      id,
      ...own,
      step_version_id: step.versionId,
      mode: step.mode,
      intensity: step.intensity,
      consent_every: step.consentEvery,
      needs_release: false,
      opens_when_both_yes: true,
      rhythm_kind: 'timesAWeek',
      rhythm_times: 3,
      rhythm_days: [],
      minutes_min: 10,
      minutes_max: 20,
      terms: isShared ? keyring.seal(termsRef(practiceId, coupleId, id), JSON.stringify(terms)) : null,
      assigned_by: therapist.staffMemberId,
      assigned_at: before(age),
    });
    event('assigned', age, { assignment_id: id, ...byStaff });
    if (ASKED.includes(code)) continue;
    const asked = isShared ? { wantThisWeek: 'Yes', ownChoice: 'Fully', stopAllRight: 'Yes' } : { wantAlone: 'Yes' };
    const answeredDays = step.consentEvery === 'week' ? [age - 1, 10, 3] : [age - 1];
    for (const days of answeredDays)
      for (const { partnerId } of members) {
        const consentId = randomUUID();
        const texts = { leaveOut: 'Please not the music we used last time.' };
        add('consents', {
          id: consentId,
          ...own,
          partner_id: partnerId,
          assignment_id: id,
          unit: 'whole',
          answers: asked,
          texts: isShared
            ? keyring.seal(privateRef(practiceId, partnerId, 'consents', consentId), JSON.stringify(texts))
            : null,
          policy: 'limitedSecrets',
          answered_at: before(days),
        });
        event('answered', days, { assignment_id: id, unit: 'whole', partner_id: partnerId, is_opening: true });
      }
    if (DONE.includes(code)) event('finished', age - 14, { assignment_id: id, unit: 'whole', ...byStaff });
    if (TAKEN_OFF.includes(code)) event('retired', age - 7, { assignment_id: id, ...byStaff });
    if (OPEN.includes(code)) {
      open.push({ assignmentId: id, unit: 'whole' });
      if (isShared) event('released', 2, { assignment_id: id, ...byStaff });
    }
  }

  addCheckIns(add, own, keyring, members, open, before, number);
  addSessions(add, own, members, therapist, before, number);
  for (const { partnerId } of members) {
    for (const unit of open) {
      const id = randomUUID();
      const ref = {
        table: 'drafts',
        column: 'content',
        rowId: id,
        practiceId,
        keyClass: 'partner.private' as const,
        ownerId: partnerId,
      };
      add('drafts', {
        id,
        ...own,
        partner_id: partnerId,
        subject: subjectOf({ kind: 'check-in', ...unit }),
        content: keyring.seal(ref, JSON.stringify(ANSWERS)),
        updated_at: before(0, 0),
        expires_at: before(-1),
      });
    }
    const wordsId = randomUUID();
    const text = keyring.seal(sharedWordsRef(practiceId, coupleId, wordsId), 'Thank you for the walk on Sunday.');
    add('shared_words', {
      id: wordsId,
      ...own,
      partner_id: partnerId,
      on: before(3).slice(0, 10),
      text,
      sent_at: before(3),
    });
  }
  return { coupleId, members, open };
}

type Add = (table: string, row: Row) => void;
type Before = (days: number, hours?: number) => string;

/** Three a week from each, most with a text; every fourth couple has raised something that nobody has looked at yet. */
function addCheckIns(
  add: Add,
  own: Row & { practice_id: string },
  keyring: Keyring,
  members: Member[],
  open: Unit[],
  before: Before,
  number: number,
) {
  for (const [place, { partnerId }] of members.entries())
    for (let nth = 0; nth < WEEKS * 3; nth += 1) {
      const id = randomUUID();
      const days = 1 + nth * 2.3;
      const comfort = 3 + ((nth * 5 + number * 3 + place * 2) % 7);
      const texts = { reflection: 'We talked for a while before, which made it easier than the last time.' };
      add('check_ins', {
        id,
        ...own,
        partner_id: partnerId,
        ...renamed(open[nth % 3 === 0 ? 1 : 0]!),
        on: before(days).slice(0, 10),
        comfort,
        distress_now: 2,
        distress_worst: 10 - comfort,
        connected: comfort,
        answers: { done: 'Part of it', freeToStop: 'Yes', nextTime: 'Same' },
        texts:
          nth % 2 === 0
            ? keyring.seal(privateRef(own.practice_id, partnerId, 'check_ins', id), JSON.stringify(texts))
            : null,
        policy: 'limitedSecrets',
        sent_at: before(days),
      });
      const isRaised = number % 4 === 0 && nth < 2;
      if (isRaised || nth % 9 === 8)
        add('flags', {
          ...own,
          partner_id: partnerId,
          tier: 'review',
          source: 'checkIn',
          source_id: id,
          reason: 'distressWorst',
          raised_at: before(days),
          settled_at: isRaised ? null : before(days - 0.5),
          outcome: isRaised ? null : 'noted',
        });
    }
}

const renamed = ({ assignmentId, unit }: Unit) => ({ assignment_id: assignmentId, unit });

/** A session a week, and the next one. */
function addSessions(add: Add, own: Row, members: Member[], therapist: StaffInTest, before: Before, number: number) {
  for (let week = -1; week < WEEKS; week += 1) {
    const id = randomUUID();
    const startsAt = before(week * 7 + 2, number % 8);
    add('sessions', {
      id,
      ...own,
      kind: 'joint',
      therapist_id: therapist.staffMemberId,
      starts_at: startsAt,
      minutes: 50,
    });
    if (week >= 0)
      for (const { partnerId } of members)
        add('session_attendances', {
          session_id: id,
          ...own,
          partner_id: partnerId,
          attendance: 'attended',
          recorded_at: startsAt,
        });
  }
}

function addKeys(add: Add, practice: PracticeInTest, coupleId: string, members: Member[]): Keyring {
  const { masterKeys } = readEnv().keys;
  const practiceKey = openPracticeKey(masterKeys, practice.practiceKey);
  const owners = [
    { keyClass: 'couple.shared' as const, partnerId: null },
    { keyClass: 'couple.record' as const, partnerId: null },
    ...members.flatMap(({ partnerId }) => [
      { keyClass: 'partner.record' as const, partnerId },
      { keyClass: 'partner.private' as const, partnerId },
    ]),
  ];
  const dataKeys = owners.map((owner) => createDataKey(practiceKey, { ...owner, coupleId, createdAt: new Date() }));
  for (const key of dataKeys)
    add('data_keys', {
      id: key.id,
      practice_id: key.practiceId,
      practice_key_id: key.practiceKeyId,
      key_class: key.keyClass,
      couple_id: coupleId,
      partner_id: key.partnerId,
      wrapped: key.wrapped,
      created_at: key.createdAt,
    });
  return openKeyring(masterKeys, { practiceKeys: [practice.practiceKey], dataKeys });
}
