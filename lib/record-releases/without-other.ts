/** Takes the other of a couple out of a text that leaves the practice: the name, the addresses, the number. */
import 'server-only';

export const THE_OTHER = '[the other partner]';

export type Other = { name: string; email: string | null; userName: string | null; phone: string };

/** Names that are words as well: in small letters they are the word. */
const ALSO_WORDS = new Set(
  'amber april art august bill bob brook chance chase dale dawn dean drew eve faith frank gene grace grant hope hunter iris ivy jack joy june lane mark max may miles pat pearl rich rob robin rose ruby sage sky sue summer violet wade ward will'.split(
    ' ',
  ),
);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where one can be reached, which is never released, whoever authorized what. */
export function withoutContacts(text: string, others: readonly Other[]): string {
  let left = text;
  for (const { email, userName, phone } of others) {
    for (const login of [email, userName]) if (login) left = left.replace(new RegExp(escaped(login), 'giu'), THE_OTHER);
    const digits = phone.replace(/\D/g, '');
    // With or without the country, however it is spaced.
    const least = digits.length > 10 ? digits.slice(-10) : digits;
    if (least.length >= 5)
      left = left.replace(new RegExp(`\\+?\\d{0,3}[ ().-]{0,2}${[...least].join('[\\s().-]*')}`, 'g'), THE_OTHER);
  }
  return left;
}

/** The contacts, and every word of the name that is not in one's own. */
export function withoutOther(text: string, own: { name: string }, others: readonly Other[]): string {
  let left = withoutContacts(text.normalize('NFC'), others);
  const ownWords = new Set(wordsOf(own.name).map((word) => word.toLowerCase()));
  for (const { name } of others) {
    const words = wordsOf(name).filter((word) => word.length > 1 && !ownWords.has(word.toLowerCase()));
    if (words.length === 0) continue;
    const one = words
      .toSorted((a, b) => b.length - a.length)
      .flatMap((word) =>
        ALSO_WORDS.has(word.toLowerCase()) ? [escaped(word), escaped(word.toUpperCase())] : [anyCase(word)],
      )
      .join('|');
    // Two words of it side by side are one person.
    const expression = `(?<![\\p{L}\\p{M}])(?:${one})(?:[\\s.-]+(?:${one}))*(?![\\p{L}\\p{M}])`;
    left = left.replace(new RegExp(expression, 'gu'), THE_OTHER);
  }
  return left;
}

const anyCase = (word: string): string =>
  [...word]
    .map((letter) => {
      const [small, capital] = [letter.toLowerCase(), letter.toUpperCase()];
      return small === capital ? escaped(letter) : `(?:${small}|${capital})`;
    })
    .join('');

const wordsOf = (name: string): string[] => name.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
