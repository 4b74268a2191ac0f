/** Whether a text that is to leave the practice names anybody else of the couple. */
import 'server-only';

type Named = { name: string; email: string | null };

/** The name, as written, of the other that stands in the text as a word of its own; null where none does. What both are called tells nothing. */
export function nameOfOtherIn(text: string, own: Named, others: readonly Named[]): string | null {
  const ownWords = new Set(wordsOf(own.name));
  const inText = new Set(wordsOf(text));
  for (const other of others) {
    const found = wordsOf(other.name).find((word) => word.length > 1 && !ownWords.has(word) && inText.has(word));
    if (found) return found;
    if (other.email && text.toLowerCase().includes(other.email.toLowerCase())) return other.email;
  }
  return null;
}

/** With their capitals, so that a name that is also a word is not found in the middle of a sentence. */
const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
