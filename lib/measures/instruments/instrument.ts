/** What a measure is made of. Its words are data: exactly as published, never changed in place; other words are a new version. */
import 'server-only';
import type { InstrumentId } from '@/db/schema/measures/given';

export type Item = {
  id: string;
  /** As printed. */
  ask: string;
  /** Printed once before it and those after it that have the same. */
  lead?: string;
  /** The answers from left to right, as printed; for a pair of poles they are places between the two. */
  answers: readonly string[];
  /** What each of them counts, in the same order; null for a question that counts nothing. */
  points: readonly number[] | null;
  /** Two words with unlabeled places between them. */
  poles?: readonly [string, string];
  /** 0 to 10, drawn as a scale: words for its ends. */
  scale?: readonly [string, string];
};

export type Instrument = {
  id: InstrumentId;
  version: number;
  language: 'en';
  /** Which way of counting: another rule is another number. */
  algorithm: number;
  /** In an address: it says how long the form is and nothing else. */
  slug: string;
  /** For the care team. */
  name: string;
  fullName: string;
  /** For the partner's own page: neutral, and no name of a measure. */
  asks: string;
  minutes: number;
  intro: readonly string[];
  /** Stands before each question. */
  stem?: string;
  items: readonly Item[];
  range: readonly [number, number];
  higherIs: 'better' | 'worse';
  citation: string;
  /** What its owners grant, in their words where there are any. */
  license: string;
  /** Where the wording was taken from. */
  wordingFrom: string;
};

/** Questions that share their answers, counted 0, 1, 2 … from the left. */
export const alike = (answers: readonly string[], asks: readonly string[], from = 1): Item[] =>
  asks.map((ask, at) => ({ id: `q${at + from}`, ask, answers, points: answers.map((_, place) => place) }));
