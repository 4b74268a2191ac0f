/** Letters and digits that can't be taken for one another, in print or by ear: of codes that people copy from paper. */
import 'server-only';

const ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679';

/** Up to twelve characters of a random number of 64 bits; a code of six is no likelier than another by more than one part in 10^10. */
export function drawnCharacters(random: Buffer, length: number): string {
  let number = random.readBigUInt64BE();
  let text = '';
  for (let place = 0; place < length; place += 1) {
    text += ALPHABET[Number(number % BigInt(ALPHABET.length))];
    number /= BigInt(ALPHABET.length);
  }
  return text;
}

export const inGroupsOfFour = (text: string) => text.replace(/(?<=^(?:.{4})+)(?!$)/g, '-');
