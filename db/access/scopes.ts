/**
 * What each word of the grid means, as SQL over one row. A scope is evaluated once a query: every call stands in its own
 * sub-select, which Postgres plans once.
 */

import { OWN_ACTS, STAFF_ACTS } from '../plan-acts';

export const WORDS = [
  'nobody', // no row at all
  'practice', // every row of one's own practice (the fence holds in any case)
  'careTeam', // rows of couples in whose care team one stands today, in a role of that cell
  'primary', // rows of couples whose primary one is today
  'supervises', // rows of notes whose author one supervises today, of sessions held since that began (auth.notes_supervised)
  'party', // rows between two of the staff, of whom one is oneself
  'asCoTherapist', // co-signatures of a co-therapist
  'asSupervisor', // co-signatures of a supervisor
  'library', // rows that belong to no couple
  'author', // rows one wrote
  'coAuthor', // notes whose author named one as co-author, and what belongs to them
  'ownNote', // what stands under a note one wrote
  'addition', // what is added to a note, and does not say that it was entered in error
  'keeper', // texts one sent oneself
  'draft', // rows that are not signed yet
  'unsigned', // the same, and not by this change either
  'signed', // rows that are signed
  'standing', // rows that were not taken back
  'self', // rows about oneself, written for or by oneself
  'privateKey', // keys of the class that opens only what that partner wrote, or alone may read
  'recordKey', // keys that are not one author's own
  'actor', // rows that name oneself as who acted
  'ownAct', // plan events that a partner's own act makes
  'staffAct', // plan events that only the care team's act makes
  'ownHand', // rows that nobody entered for the person they are of
  'onPaper', // what one enters oneself from a partner's paper check-in, and what it raises
  'byStaff', // rows that staff entered for the person they are of
] as const;
export type Word = (typeof WORDS)[number];

/** Columns that carry a scope under another name than the usual one. */
const COLUMNS: Record<string, { couple?: string; self?: string; author?: string }> = {
  couples: { couple: 'id', author: 'created_by' },
  partners: { self: 'id' },
  endings: { author: 'ended_by' },
  today_visits: { author: 'staff_member_id' },
  staff_settings: { author: 'staff_member_id' },
  staff_keys: { author: 'staff_member_id' },
  snippets: { author: 'staff_member_id' },
};

/** Which notes, or which keys to them, a supervisor sees. */
const SUPERVISED: Record<string, { column: string; ids: string }> = {
  session_notes: { column: 'id', ids: 'auth.note_ids_supervised' },
  data_keys: { column: 'id', ids: 'auth.key_ids_supervised' },
};
const ofNotes = { column: 'note_id', ids: 'auth.note_ids_supervised' };

const ME = '(select auth.staff_member_id())';
const enteredNow = (table: string) =>
  `exists (select from ${table} k where k.id = flags.source_id and k.couple_id = flags.couple_id and k.partner_id = flags.partner_id and k.entered_by = ${ME})`;
/** A flag is raised by the check-in or measure one entered just now; a hold is the one that a worried answer on it brings. */
const ON_PAPER: Record<string, string> = {
  check_ins: `entered_by = ${ME}`,
  measure_scores: `entered_by = ${ME}`,
  flags: `settled_at is null and (source = 'checkIn' and ${enteredNow('check_ins')} or source = 'measure' and ${enteredNow('measure_scores')})`,
  plan_events: `kind = 'safetyRaised' and partner_id is not null and not is_immediate and staff_member_id = ${ME}`,
};

/** Asked for once a query: the notes in which one is a co-author. */
const CO_AUTHORED = `any (array(select c.note_id from note_co_authors c where c.co_author_id = ${ME}))`;

const quoted = (kinds: readonly string[]) => kinds.map((kind) => `'${kind}'`).join(', ');

const sql: Record<Word, (table: string, roles: string) => string> = {
  nobody: () => 'false',
  practice: () => 'true',
  careTeam: (t, roles) => `${COLUMNS[t]?.couple ?? 'couple_id'} = any ((select auth.couple_ids_of(${roles}))::uuid[])`,
  primary: (_, roles) => `couple_id = any ((select auth.couple_ids_led(${roles}))::uuid[])`,
  supervises: (t, roles) => {
    const { column, ids } = SUPERVISED[t] ?? ofNotes;
    return `${column} = any ((select ${ids}(${roles}))::uuid[])`;
  },
  party: () => `(supervisee_id = ${ME} or supervisor_id = ${ME})`,
  asCoTherapist: () => `part = 'coTherapist'`,
  asSupervisor: () => `part = 'supervisor'`,
  library: () => 'couple_id is null',
  author: (t) => `${COLUMNS[t]?.author ?? 'author_id'} = (select auth.staff_member_id())`,
  coAuthor: (t) =>
    t === 'note_co_authors' ? `co_author_id = ${ME}` : `${t === 'session_notes' ? 'id' : 'note_id'} = ${CO_AUTHORED}`,
  ownNote: (t) => `exists (select from session_notes n where n.id = ${t}.note_id and n.author_id = ${ME})`,
  addition: () => `kind <> 'enteredInError'`,
  keeper: () => `kept_by = ${ME}`,
  draft: () => 'signed_at is null',
  unsigned: () => 'signed_at is null',
  signed: () => 'signed_at is not null',
  standing: () => 'taken_back_at is null',
  self: (t) => `${COLUMNS[t]?.self ?? 'partner_id'} = (select auth.partner_id())`,
  privateKey: () => `key_class = 'partner.private'`,
  recordKey: () => 'author_id is null',
  actor: () => 'sign_in_id = (select auth.sign_in_id())',
  ownAct: () => `not is_immediate and kind in (${quoted(OWN_ACTS)})`,
  staffAct: () => `kind in (${quoted(STAFF_ACTS)})`,
  ownHand: () => 'entered_by is null',
  onPaper: (t) => ON_PAPER[t] ?? 'false',
  byStaff: () => 'entered_by is not null',
};

/** The condition of one word over a row of `table`, for whoever has one of the roles. */
export const scopeSql = (word: Word, table: string, roles: readonly string[]): string =>
  sql[word](table, quoted(roles));

/** Words that hold for nobody without one of the roles: beside them, asking for the role again would cost and say nothing. */
export const ASKS_FOR_ROLE: readonly Word[] = ['careTeam', 'primary', 'supervises'];
