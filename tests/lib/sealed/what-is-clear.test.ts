// Every column that could hold what somebody wrote is sealed or hashed, or stands here with the reason why it is clear.
import { expect, test } from 'vitest';
import { useDatabase } from '../../support/database';

const database = useDatabase();

/** Names, addresses and numbers: needed to find, to reach and to sort people (SECURITY.md says so). */
const OF_PERSONS = [
  'accounts.email',
  'accounts.user_name',
  'couples.label',
  'invitations.email',
  'invitations.user_name',
  'partners.contact_instruction',
  'partners.email',
  'partners.name',
  'partners.phone',
  'partners.user_name',
  'passkeys.name',
  'staff_members.credential',
  'staff_members.email',
  'staff_members.name',
  'step_reviews.reviewed_as',
];
/** The practice's own words and places, of no person. */
const OF_PRACTICE = [
  'practices.close_url',
  'practices.closed_days',
  'practices.letter_address',
  'practices.letter_name',
  'practices.mail_subject',
  'practices.name',
  'practices.portal_title',
  'practices.sender_name',
  'practices.working_hours',
  'sessions.place',
  'sessions.video_link',
  'support_contacts.detail',
  'support_contacts.label',
];
/** The library, which everyone on staff reads, and what is drawn from it. */
const OF_LIBRARY = [
  'day_sheets.content',
  'programs.common',
  'step_versions.content',
  'step_versions.title',
  'steps.code',
  'waivers.requirement',
];
/** Answers by choice and by number, lists of choices, and names of the program's own things. */
const CHOICES = [
  'assignments.rhythm_days',
  'check_ins.answers',
  'consents.answers',
  'drafts.subject',
  'flags.outcome',
  'flags.reason',
  'intakes.reasons',
  'measure_scores.language',
  'passkeys.transports',
  'record_releases.kinds',
  'reminders.weekdays',
];
/** Time zones, times of day, kinds of device, fixed sentences, names of keys, and hashes. */
const OF_WORK = [
  'accounts.password_hash',
  'addenda.signed_as',
  'addenda.zone',
  'audit_events.act',
  'audit_events.record_kind',
  'co_signatures.signed_as',
  'co_signatures.zone',
  'couples.time_zone',
  'idempotency_keys.answer',
  'note_reviews.signed_as',
  'note_reviews.zone',
  'passkeys.credential_id',
  'practice_keys.master_key_id',
  'practices.time_zone',
  'rate_limits.key',
  'reminders.time',
  'session_notes.signed_as',
  'session_notes.signed_zone',
  'sign_ins.device',
];
const CLEAR = [...OF_PERSONS, ...OF_PRACTICE, ...OF_LIBRARY, ...CHOICES, ...OF_WORK];

/** Bytes that are no sealed text: hashes, public keys, and keys that another key wraps. */
const HASHED = /(^|_)(hash|wrapped|public_key)$/;

test('every column in which a text could stand is sealed, a closed list of words, or clear for a reason that is written down', async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `select c.table_name || '.' || c.column_name as name
       from information_schema.columns c
      where c.table_schema = 'public' and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'xml')
        and not exists (
          select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
           where k.contype = 'c' and array_length(k.conkey, 1) = 1 and k.conrelid = format('public.%I', c.table_name)::regclass and a.attname = c.column_name
             and pg_get_constraintdef(k.oid) ~ '= ANY \\(\\(?ARRAY\\[')
      order by 1`,
  );
  const found = rows.map(({ name }) => name);
  expect(found.filter((name) => !CLEAR.includes(name))).toEqual([]);
  expect(CLEAR.filter((name) => !found.includes(name))).toEqual([]);
});

test('every column of bytes is sealed under a class of keys, hashed, or a key that another wraps', async () => {
  const { rows } = await database.owner.query<{ name: string; column: string }>(
    `select table_name || '.' || column_name as name, column_name as column from information_schema.columns
      where table_schema = 'public' and data_type = 'bytea' order by 1`,
  );
  const sealed = rows.filter(({ column }) => !HASHED.test(column)).map(({ name }) => name);
  // Growing this list is a decision: the text has a class of keys, and the canaries of the sealed texts know its place.
  expect(sealed).toEqual([
    'addenda.text',
    'assignment_terms.terms',
    'assignments.terms',
    'check_ins.texts',
    'consents.texts',
    'contact_notes.words',
    'diagnoses.code',
    'disclosures.document',
    'drafts.content',
    'endings.record',
    'goal_versions.words',
    'joint_note_decisions.record',
    'measure_scores.answers',
    'measure_scores.name',
    'meetings_alone.plan',
    'note_comments.text',
    'note_versions.sections',
    'own_terms.words',
    'partner_intakes.background',
    'partner_intakes.emergency_contact',
    'partner_intakes.words',
    'partner_requests.words',
    'prepared_steps.choice',
    'process_notes.text',
    'record_releases.terms',
    'referral_events.words',
    'referrals.record',
    'reflections.text',
    'releases.terms',
    'session_notes.sections',
    'shared_words.text',
    'snippets.content',
    'to_dos.words',
    'totp_factors.secret',
    'waivers.reason',
  ]);
});
