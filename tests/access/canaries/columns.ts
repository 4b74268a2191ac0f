// Which columns hold text, asked of the database itself, so that a new one is either a place for a canary or named here with its reason.
import type pg from 'pg';

export const bytesColumns = async (owner: pg.Pool): Promise<string[]> =>
  (
    await owner.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and data_type = 'bytea' order by 1`,
    )
  ).rows.map(({ name }) => name);

/** Text, JSON and lists of text, but for the columns that a check holds to a closed list of words. */
export const textColumns = async (owner: pg.Pool): Promise<string[]> =>
  (
    await owner.query<{ name: string }>(
      `select c.relname || '.' || a.attname as name
         from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
          and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'text[]'::regtype, 'json'::regtype, 'jsonb'::regtype)
          and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                            and pg_get_constraintdef(k.oid) ~ '= ANY|<@')
        order by 1`,
    )
  ).rows.map(({ name }) => name);

/** Columns of bytes that hold no text of anybody. */
export const NO_TEXT: Record<string, string> = {
  'addenda.hash': 'a hash',
  'addenda.note_hash': 'a hash',
  'audit_links.hash': 'a hash',
  'co_signatures.hash': 'a hash',
  'co_signatures.note_hash': 'a hash',
  'note_reviews.hash': 'a hash',
  'note_reviews.note_hash': 'a hash',
  'session_notes.signed_hash': 'a hash',
  'idempotency_keys.body_hash': 'a hash',
  'half_sign_ins.token_hash': 'the hash of a secret',
  'invitations.token_hash': 'the hash of a secret',
  'password_resets.token_hash': 'the hash of a secret',
  'recovery_codes.code_hash': 'the hash of a secret',
  'set_up_links.token_hash': 'the hash of a secret',
  'sign_ins.token_hash': 'the hash of a secret',
  'data_keys.wrapped': 'a wrapped key',
  'passkey_challenges.challenge_hash': 'the hash of a secret',
  'passkeys.public_key': 'a public key',
  'practice_keys.wrapped': 'a wrapped key',
  'staff_keys.wrapped': 'a wrapped key',
  'measure_scores.answers': 'places of the answers that were chosen, sealed',
  'totp_factors.secret': 'the secret of an authenticator app, sealed',
};

/** Columns of clear text: what each holds. Nothing that somebody says about a couple's life belongs in one. */
export const CLEAR_TEXT: Record<string, string> = {
  'accounts.email': 'how one signs in',
  'accounts.password_hash': 'a hash',
  'accounts.place_words': 'words of a short list (PLACE_WORDS), by place',
  'accounts.user_name': 'drawn by lot',
  'addenda.signed_as': 'name and credential of staff',
  'addenda.zone': 'a time zone',
  'audit_events.act': 'a word of the program',
  'audit_events.record_kind': 'a word of the program',
  'check_ins.answers': 'choices, by question',
  'consents.answers': 'choices, by question',
  'co_signatures.signed_as': 'name and credential of staff',
  'co_signatures.zone': 'a time zone',
  'couples.label': 'initials',
  'couples.time_zone': 'a time zone',
  'day_sheets.content': 'what one partner sees; its words are sealed in it',
  'drafts.subject': 'what a draft is of, by ids',
  'flags.outcome': 'a word of the program',
  'flags.reason': 'a word of the program',
  'idempotency_keys.answer': 'where a form leads, and a fixed sentence',
  'intakes.reasons': 'choices',
  'invitations.email': 'how one signs in',
  'invitations.user_name': 'drawn by lot',
  'measure_scores.language': 'a language',
  'note_reviews.signed_as': 'name and credential of staff',
  'note_reviews.zone': 'a time zone',
  'partners.contact_instruction': 'how to be reached, for the front desk too',
  'partners.email': 'how one signs in',
  'partners.name': 'a name',
  'partners.phone': 'a number',
  'partners.user_name': 'drawn by lot',
  'passkeys.credential_id': 'the id of a passkey',
  'passkeys.name': 'what its owner calls a passkey',
  'passkeys.transports': 'how a passkey is reached',
  'practice_keys.master_key_id': 'the id of a key',
  'practices.close_url': 'an address that the practice chose',
  'practices.closed_days': 'days',
  'practices.letter_address': 'of the practice',
  'practices.letter_name': 'of the practice',
  'practices.mail_subject': 'of the practice',
  'practices.name': 'of the practice',
  'practices.portal_title': 'of the practice',
  'practices.sender_name': 'of the practice',
  'practices.time_zone': 'a time zone',
  'practices.working_hours': 'hours',
  'programs.common': 'the library',
  'rate_limits.key': 'a hash of who tries',
  'reminders.time': 'a time of day',
  'session_notes.signed_as': 'name and credential of staff',
  'session_notes.signed_zone': 'a time zone',
  'sessions.place': 'where a session is',
  'sessions.video_link': 'the link of a session',
  'sign_ins.device': 'a kind of device',
  'staff_members.credential': 'of staff',
  'staff_members.email': 'how one signs in',
  'staff_members.name': 'a name',
  'step_reviews.reviewed_as': 'name and credential of staff',
  'step_versions.content': 'the library, and steps in a therapist’s own words: clear, as SECURITY.md says',
  'step_versions.title': 'the same',
  'steps.code': 'of the library',
  'support_contacts.detail': 'of the practice',
  'support_contacts.label': 'of the practice',
  'waivers.requirement': 'a word of the program',
};
