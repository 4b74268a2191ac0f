/** Names as they are shown where a whole name says too much. Safe in the browser. */

const INITIALS = /^\u2068?(?:\p{L}\.){1,2}\u2069?$/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebr}\p{Script=Arab}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}]/u;

/** "Ada Example" is "A.E."; one name gives one letter, many give the first and the last. Initials stay what they are. */
export function initials(name: string): string {
  if (INITIALS.test(name)) return name;
  const words = name
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '');
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return isolated(chosen.map((word) => `${firstLetter(word ?? '')}.`).join(''));
}

/**
 * Words of a script read from right to left keep their order, and their dots, to themselves: as characters, because titles, spoken names
 * and stored labels can carry no markup.
 */
function isolated(words: string): string {
  return RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words;
}

/** "Tess Example, LMFT": how staff sign, and as it stands under a note for good, whatever the name becomes later. */
export const signatureOf = ({ name, credential }: { name: string | null; credential: string | null }): string =>
  [name, credential].filter(Boolean).join(', ');

/** A cookie of this browser's session: `on` while others may see the screen. */
export const SHIELD_COOKIE = 'shield';

/** A partner's name as a page shows it: whole, or as initials while names are shielded. */
export const shownName = (actor: { areNamesShielded: boolean }, name: string): string =>
  actor.areNamesShielded ? initials(name) : name;

/** Whole names side by side, in their own order whatever their scripts. */
export const joinedNames = (names: readonly string[]): string => names.map(isolated).join(' & ');

/** "A.E. & B.S." */
export function coupleInitials(names: readonly string[]): string {
  return names.map(initials).join(' & ');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A letter with its marks, which may be several code points. */
function firstLetter(word: string): string {
  // Two letters without marks need no dictionary of graphemes.
  if (/^[A-Za-z]{2}/.test(word)) return word.charAt(0).toUpperCase();
  const first = graphemes.segment(word)[Symbol.iterator]().next().value?.segment ?? '';
  return first.toLocaleUpperCase('en-US');
}
