/** The clinic's keys, each of them once: what listens, the help sheet and the palette all read this table. */

export type KeyLine = {
  /** As it is pressed: one key, two in a row, or with Ctrl (Cmd on a Mac). */
  keys: string;
  words: string;
  group: 'Go to' | 'On any page' | 'On a couple’s pages' | 'In a form' | 'In a note';
  /** An area of the clinic it goes to. */
  href?: string;
  /** Written in a text, where the text takes it. */
  isWritten?: true;
  /** What follows the couple's address, where the page has no such link of its own. */
  ofCouple?: string;
};

export const KEY_TABLE = [
  { keys: 'g t', words: 'Today', group: 'Go to', href: '/today' },
  { keys: 'g c', words: 'Caseload', group: 'Go to', href: '/caseload' },
  { keys: 'g v', words: 'Supervision', group: 'Go to', href: '/supervision' },
  { keys: 'g s', words: 'Schedule', group: 'Go to', href: '/schedule' },
  { keys: 'g l', words: 'Library', group: 'Go to', href: '/library' },
  { keys: 'g p', words: 'People', group: 'Go to', href: '/people' },
  { keys: 'Ctrl K', words: 'Everything one can do here, and couples by their initials', group: 'On any page' },
  { keys: '?', words: 'These keys', group: 'On any page' },
  { keys: '/', words: 'Search on this page; on a couple’s pages without a search, in its notes', group: 'On any page' },
  { keys: 'j', words: 'Next row', group: 'On any page' },
  { keys: 'k', words: 'Row before', group: 'On any page' },
  { keys: 'Enter', words: 'Open the row', group: 'On any page' },
  { keys: 'Ctrl Shift H', words: 'Shield names, or show them again', group: 'On any page' },
  { keys: 'Ctrl Shift L', words: 'Cover the screen; your password lifts it', group: 'On any page' },
  { keys: 'a', words: 'Assign a step', group: 'On a couple’s pages', ofCouple: '/assign' },
  { keys: 'n', words: 'Sessions and notes', group: 'On a couple’s pages', ofCouple: '/sessions' },
  {
    keys: 'h',
    words: 'To the button that holds the plan; Enter presses it',
    group: 'On a couple’s pages',
    ofCouple: '',
  },
  { keys: 'p', words: 'Your own process notes', group: 'On a couple’s pages', ofCouple: '/process-notes' },
  { keys: 'r', words: 'Room view', group: 'On a couple’s pages', ofCouple: '/room' },
  { keys: 'Ctrl Enter', words: 'Press the main button', group: 'In a form' },
  { keys: 'Ctrl S', words: 'Save a note in writing', group: 'In a note' },
  { keys: ';', words: 'While you write: your snippets and what stands beside, by name', group: 'In a note' },
  { keys: 'i', words: 'The same list, where you last wrote', group: 'In a note' },
  { keys: 'c', words: 'Copy the last plan', group: 'In a note' },
  {
    keys: '- Enter',
    words: 'After an item: the next one; after an empty one: the list ends',
    group: 'In a note',
    isWritten: true,
  },
] as const satisfies readonly KeyLine[];

export type Keys = (typeof KEY_TABLE)[number]['keys'];

/** Keys that stand by themselves: those that can be turned off. Enter is the browser's. */
export const isSingle = ({ keys }: Pick<KeyLine, 'keys'>): boolean => !keys.startsWith('Ctrl ') && keys !== 'Enter';

export type Pressed = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
};
export type Where = {
  /** In a field that takes letters, or that a letter would change. */
  isTyping: boolean;
  hasSingleKeys: boolean;
  /** The first key of two, pressed just before. */
  before: string;
};

/** What a press means: a line of the table, `more` for the first of two keys, or null for the browser's own. */
export function keysOf(pressed: Pressed, where: Where): Keys | 'more' | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = pressed;
  if (altKey) return null;
  if (ctrlKey || metaKey)
    return find(['Ctrl', ...(shiftKey ? ['Shift'] : []), key.length === 1 ? key.toUpperCase() : key].join(' '));
  if (!where.hasSingleKeys || where.isTyping || key === 'Enter') return null;
  // A question mark takes Shift on most keyboards; a capital letter is no key of the table.
  if (where.before) return find(`${where.before} ${key}`);
  return key === 'g' ? 'more' : find(key);
}

const find = (keys: string): Keys | null => KEY_TABLE.find((line) => line.keys === keys)?.keys ?? null;

/** The couple an address is about, on the pages that have its head. */
export const coupleIn = (path: string): string | null =>
  /^\/couples\/([0-9a-f]{8}-[0-9a-f-]{27})(?=\/|$)(?!\/room)/.exec(path)?.[1] ?? null;

/** A key as it is written on this machine's keyboard. */
export const written = (keys: string, isMac: boolean): string => (isMac ? keys.replace('Ctrl', 'Cmd') : keys);
