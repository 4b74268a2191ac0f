/** Length and guessability, and nothing about capitals or signs: rules of composition make passwords worse. */
import 'server-only';
import { COMMON_PASSWORDS } from './common-passwords';
import { LONGEST_PASSWORD, PARTNER_PASSWORD_LENGTH, STAFF_PASSWORD_LENGTH } from './schema';

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
];
const OUR_WORDS = ['hearth', 'password', 'therapy', 'therapist', 'practice', 'welcome', 'letmein'];
/** What must be left of a password when the words that others know are taken out of it. */
const OWN_CHARACTERS = 6;

/** The reason a password can't be used, or null. `context` holds what others know: names, address, the practice. */
export function whyNotPassword(
  password: string,
  kind: 'staff' | 'partner',
  context: readonly string[] = [],
): string | null {
  const typed = password.normalize('NFKC');
  const length = [...typed].length;
  const least = kind === 'staff' ? STAFF_PASSWORD_LENGTH : PARTNER_PASSWORD_LENGTH;
  if (length < least) return `Use at least ${least} characters. A few words in a row are easy to remember.`;
  if (length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`;
  if (/\p{Cs}/u.test(typed) || typed.includes('\0')) return 'This password has characters that can’t be used.';

  const plain = typed.toLowerCase();
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(plain.replace(/[\s._-]/g, ''))) {
    return 'This password is on lists that are tried first. Choose another.';
  }
  if (isRepeat(plain) || isRun(plain)) {
    return 'This password is a repeat or a row of keys. Choose another.';
  }
  const known = [...OUR_WORDS, ...context.flatMap(wordsOf)];
  // Also as it is without signs between: a user name is known with and without its dashes.
  const isMostlyKnown = [plain, plain.replace(/[\s._-]/g, '')].some((text) => {
    const own = lettersOfOnesOwn(text, known);
    return own !== text && [...own].length < OWN_CHARACTERS;
  });
  if (isMostlyKnown) {
    return 'This password is mostly a name or a word that others know. Choose another.';
  }
  return null;
}

/** One piece of at most four characters, over and over. */
function isRepeat(text: string): boolean {
  const letters = [...text];
  return [1, 2, 3, 4].some((size) => letters.every((letter, at) => letter === letters[at % size]));
}

/** Rows of keys or of the alphabet, forwards or backwards, also several one after another. */
function isRun(text: string): boolean {
  let rest = text;
  while (rest.length >= 4) {
    const length = longestRunAtStart(rest);
    if (length === 0) return false;
    rest = rest.slice(length);
  }
  return rest !== text;
}

function longestRunAtStart(text: string): number {
  for (let length = text.length; length >= 4; length -= 1) {
    const piece = text.slice(0, length);
    const backwards = [...piece].reverse().join('');
    if (RUNS.some((run) => `${run}${run}`.includes(piece) || `${run}${run}`.includes(backwards))) return length;
  }
  return 0;
}

const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4);

/** Letters left once the words, and the digits and signs people put around a word, are gone; all of it when there is no such word. */
function lettersOfOnesOwn(text: string, words: readonly string[]): string {
  let rest = text;
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  return rest === text ? text : rest.replace(/[^\p{L}]/gu, '');
}
