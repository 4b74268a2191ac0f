/**
 * What each word of the grid means, as SQL over one row. A scope is evaluated once a query: every call stands in its own
 * sub-select, which Postgres plans once.
 */

import { OWN_ACTS, STAFF_ACTS } from '../plan-acts';

/**
 * Every word with what it means, as the printed grids say it: `short` in a cell of the app, `meaning` beneath. SQL stands below.
 */
export const MEANINGS = {
  nobody: { short: 'nothing', meaning: 'no row at all' },
  practice: { short: 'all of the practice', meaning: 'every row of one’s own practice; no rule reaches into another' },
  careTeam: {
    short: 'couples they care for',
    meaning: 'rows of couples in whose care team one stands today, in a role of that cell',
  },
  primary: { short: 'couples they lead', meaning: 'rows of couples whose primary one is today' },
  treats: { short: 'couples they treat', meaning: 'rows of couples whom one treats today, as primary or co-therapist' },
  supervises: {
    short: 'notes they supervise',
    meaning: 'rows of notes whose author one supervises today, of sessions held since that began',
  },
  party: { short: 'between them and one colleague', meaning: 'rows between two of the staff, of whom one is oneself' },
  supervisee: { short: 'to their supervisor', meaning: 'rows between oneself and one’s supervisor' },
  asCoTherapist: { short: 'as co-therapist', meaning: 'co-signatures of a co-therapist' },
  asSupervisor: { short: 'as supervisor', meaning: 'co-signatures of a supervisor' },
  library: { short: 'the library’s', meaning: 'rows that belong to no couple' },
  author: { short: 'their own', meaning: 'rows one wrote, or that were made for oneself alone' },
  coAuthor: {
    short: 'where named as co-author',
    meaning: 'notes whose author named one as co-author, and what belongs to them',
  },
  ownNote: { short: 'notes they wrote', meaning: 'what stands under a note one wrote' },
  addition: {
    short: 'additions',
    meaning: 'what is added to a note, and does not say that it was entered in error',
  },
  keeper: { short: 'what they sent', meaning: 'texts one sent oneself' },
  draft: { short: 'drafts', meaning: 'rows that are not signed yet' },
  unsigned: { short: 'unsigned', meaning: 'rows that are not signed yet, and that this change does not sign either' },
  signed: { short: 'signed', meaning: 'rows that are signed' },
  standing: { short: 'not taken back', meaning: 'rows that were not taken back' },
  self: {
    short: 'their own alone',
    meaning: 'rows about oneself, written for or by oneself; never the other partner’s',
  },
  privateKey: {
    short: 'keys of private words',
    meaning: 'keys of the class that opens only what that partner wrote, or alone may read',
  },
  recordKey: { short: 'keys of the record', meaning: 'keys that are not one author’s own' },
  actor: { short: 'in their own name', meaning: 'rows that name oneself as who acted' },
  ownAct: { short: 'a partner’s acts', meaning: 'plan events that a partner’s own act makes' },
  staffAct: { short: 'the care team’s acts', meaning: 'plan events that only the care team’s act makes' },
  ownHand: { short: 'by their own hand', meaning: 'rows that nobody entered for the person they are of' },
  onPaper: {
    short: 'from paper',
    meaning: 'what one enters oneself from a partner’s paper check-in, and what it raises',
  },
  byStaff: { short: 'entered by staff', meaning: 'rows that staff entered for the person they are of' },
} as const;
export type Word = keyof typeof MEANINGS;

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
  treats: (_, roles) => `couple_id = any ((select auth.couple_ids_treated(${roles}))::uuid[])`,
  supervises: (t, roles) => {
    const { column, ids } = SUPERVISED[t] ?? ofNotes;
    return `${column} = any ((select ${ids}(${roles}))::uuid[])`;
  },
  party: () => `(supervisee_id = ${ME} or supervisor_id = ${ME})`,
  supervisee: () => `supervisee_id = ${ME}`,
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
export const ASKS_FOR_ROLE: readonly Word[] = ['careTeam', 'primary', 'treats', 'supervises'];
