// Scoring once more, from the published tables alone and written another way than the product's: rows of a table, looked up as text.
// No scoring package could be had for this; nothing here is taken from the product.

/** For each question the points of its answers from left to right, one digit each. */
const TABLES: Record<string, string[]> = {
  'PHQ-9': '0123 0123 0123 0123 0123 0123 0123 0123 0123'.split(' '),
  'GAD-7': '0123 0123 0123 0123 0123 0123 0123'.split(' '),
  'PCL-5': 'B B B B B C C D D D D D D D E E E E E E'.split(' ').map(() => '01234'),
  'CSI-16':
    '0123456 543210 012345 012345 012345 012345 012345 012345 012345 012345 543210 012345 543210 543210 012345 543210'.split(
      ' ',
    ),
  // 1, 12, 19 and 22 of the CSI-32.
  'CSI-4': '0123456 012345 012345 012345'.split(' '),
};

const LETTERS = 'BBBBBCCDDDDDDDEEEEEE';

/** The band of a total, by the last total that still belongs to it. */
const BANDS: Record<string, [upTo: number, words: string][]> = {
  'PHQ-9': [
    [4, 'minimal'],
    [9, 'mild'],
    [14, 'moderate'],
    [19, 'moderately severe'],
    [27, 'severe'],
  ],
  'GAD-7': [
    [4, 'minimal'],
    [9, 'mild'],
    [14, 'moderate'],
    [21, 'severe'],
  ],
  'CSI-16': [
    [51, 'notable dissatisfaction'],
    [81, 'no notable dissatisfaction'],
  ],
  'CSI-4': [
    [13, 'notable dissatisfaction'],
    [21, 'no notable dissatisfaction'],
  ],
  RDAS: [
    [47, 'distressed'],
    [69, 'not distressed'],
  ],
};

export const QUESTIONS_IN = (form: string): number => TABLES[form]!.length;

export const ANSWERS_TO = (form: string, question: number): number => TABLES[form]![question]!.length;

/** `null` for a question left out; the total then is `null`. */
export function secondTotal(form: string, places: readonly (number | null)[]): number | null {
  let total = 0;
  for (let question = 0; question < TABLES[form]!.length; question += 1) {
    const place = places[question];
    if (place === null || place === undefined) return null;
    total += Number.parseInt(TABLES[form]![question]!.charAt(place), 10);
  }
  return total;
}

export function secondBand(form: string, total: number): string {
  for (const [upTo, words] of BANDS[form]!) if (total <= upTo) return words;
  throw new Error('There is no such total.');
}

/** How many of each letter are rated two or more, against B1 C1 D2 E2. */
export function secondRule(places: readonly number[]): boolean {
  const counted = new Map<string, number>();
  places.forEach((place, at) => {
    if (place > 1) counted.set(LETTERS[at]!, (counted.get(LETTERS[at]!) ?? 0) + 1);
  });
  const of = (letter: string) => counted.get(letter) ?? 0;
  return of('B') > 0 && of('C') > 0 && of('D') > 1 && of('E') > 1;
}

/** By the named convention: how many points, and the line to be below afterwards. */
export function secondChange(form: string, before: number, after: number) {
  const [points, line] = { 'PHQ-9': [6, 10], 'GAD-7': [4, 8], RDAS: [12, 48] }[form]!;
  return { isReliable: !(Math.abs(before - after) < points!), line: line! };
}

/** Jacobson and Truax 1991. */
export function jacobsonTruax(pre: number, post: number, deviation: number, reliability: number) {
  const error = deviation * Math.sqrt(1 - reliability);
  const difference = Math.sqrt(2 * error ** 2);
  return { error, difference, index: (post - pre) / difference };
}

/** The point between two groups, weighed by how much each spreads. */
export const criterionC = (one: { mean: number; deviation: number }, other: { mean: number; deviation: number }) =>
  (one.deviation * other.mean + other.deviation * one.mean) / (one.deviation + other.deviation);
