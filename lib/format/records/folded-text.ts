/**
 * Text without the differences that a search forgives: capitals, accents, kinds of quotation marks. Safe in the browser.
 */

export const LONGEST_SEARCH = 200;

/** Letters that no normal form takes apart. */
const LIGATURES: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', þ: 'th' };
const IS_PLAIN = /^\p{ASCII}*$/u;

export function folded(text: string): string {
  if (IS_PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđıþ]/g, (letter) => LIGATURES[letter]!)
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟«»]/g, '"');
}

/** The same, with the place in the text that each letter of it came from; one place more for the end. */
export function foldedWithPlaces(text: string): { folded: string; places: number[] } {
  let all = '';
  const places: number[] = [];
  for (let at = 0; at < text.length;) {
    const letter = String.fromCodePoint(text.codePointAt(at)!);
    const one = folded(letter);
    for (let n = 0; n < one.length; n += 1) places.push(at);
    all += one;
    at += letter.length;
  }
  places.push(text.length);
  return { folded: all, places };
}

/** What is looked for: each word, and each phrase in quotation marks, folded, as an expression for folded text. None for nothing. */
export function termsIn(asked: string): RegExp[] {
  const terms = [...folded(asked).matchAll(/"([^"]*)"?|([^\s"]+)/g)].map(([, phrase, word]) => phrase ?? word ?? '');
  const worded = terms.map((term) => term.trim().split(/\s+/).filter(Boolean)).filter((words) => words.length > 0);
  // A word is found by its beginning: "touch" finds "touching", and "ada" does not find "Canada".
  return worded.map((words) => {
    const expression = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
    return new RegExp(/^[\p{L}\p{N}]/u.test(words[0]!) ? `(?<![\\p{L}\\p{N}])${expression}` : expression, 'gu');
  });
}

export type Excerpt = { title: string; parts: { text: string; isMarked: boolean }[] };

const BEFORE = 60;
const AFTER = 140;

/** The place around the first thing found in a text, with everything found in it marked; null where nothing is. */
export function excerptOf(title: string, text: string, terms: readonly RegExp[]): Excerpt | null {
  const { folded: plain, places } = foldedWithPlaces(text);
  const found = terms
    .flatMap((term) => [...plain.matchAll(term)].map((one) => [one.index, one.index + one[0].length] as const))
    .toSorted(([a], [b]) => a - b)
    .map(([from, to]) => [places[from]!, places[to]!] as const);
  const [first] = found;
  if (!first) return null;
  const begin = wordEdge(text, first[0] - BEFORE, -1);
  const end = wordEdge(text, Math.max(first[1], first[0] + AFTER), 1);
  const parts: Excerpt['parts'] = [];
  const put = (from: number, to: number, isMarked: boolean) => {
    const piece = text.slice(from, to).replace(/\s+/g, ' ');
    if (piece !== '') parts.push({ text: piece, isMarked });
  };
  let at = begin;
  if (begin > 0) parts.push({ text: '… ', isMarked: false });
  for (const [from, to] of found) {
    if (from < at || to > end) continue;
    put(at, from, false);
    put(from, to, true);
    at = to;
  }
  put(at, end, false);
  if (end < text.length) parts.push({ text: ' …', isMarked: false });
  return { title, parts };
}

/** The nearest gap between two words, not far from a place. */
function wordEdge(text: string, near: number, step: 1 | -1): number {
  if (near <= 0) return 0;
  if (near >= text.length) return text.length;
  for (let at = near, far = 0; far < 30; at += step, far += 1) {
    if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length));
    if (/\s/.test(text[at]!)) return step === 1 ? at : at + 1;
  }
  return near;
}
