/**
 * User names of people without an e-mail of their own: three groups of a consonant, a vowel and a digit, drawn by lot. They can
 * be read out and typed, and tell nothing of anyone; digits keep the syllables from making a word. No letter or digit looks
 * like another on paper.
 */
import 'server-only';
import { randomInt } from 'node:crypto';

const CONSONANTS = 'dfhkmnprtv';
const VOWELS = 'aeiou';
const DIGITS = '23456789';
const GROUPS = 3;

const oneOf = (letters: string) => letters[randomInt(letters.length)]!;

/** One of 64 million. */
export const drawUserName = (): string =>
  Array.from({ length: GROUPS }, () => oneOf(CONSONANTS) + oneOf(VOWELS) + oneOf(DIGITS)).join('-');

/** As it is kept, however it was typed; null for what can't be one. */
export function plainUserName(typed: string): string | null {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '');
  return /^(?:[a-z]{2}[2-9]){3}$/.test(plain) ? plain.match(/.{3}/g)!.join('-') : null;
}
