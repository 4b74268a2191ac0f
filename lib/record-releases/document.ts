/** A released record as one document: what its pages say, and the text that its hash is of. */
import 'server-only';
import { createHash } from 'node:crypto';

export type ReleasedText = { title: string; text: string };
export type ReleasedEntry = {
  heading: string;
  texts: ReleasedText[];
  /** Who wrote or signed it and when; the hash of a note that stands unaltered. */
  under: string[];
};
/** `isAnswers`: each title is a question and each text its answer. */
export type ReleasedPart = { heading: string; isAnswers?: true; entries: ReleasedEntry[] };

export type ReleasedDocument = {
  form: 1;
  practice: string;
  /** The person whose record it is. */
  about: string;
  recipient: { name: string; address: string };
  /** Names and values of the cover sheet, in its order. */
  cover: { name: string; value: string }[];
  /** What is in it, in words. */
  contents: string[];
  /** What is not, in general words. */
  leftOut: string[];
  parts: ReleasedPart[];
};

/** All its words in the order they are printed, a line each. Form 1: never changed once something went out with it. */
export function documentText(document: ReleasedDocument): string {
  const { practice, about, recipient, cover, contents, leftOut, parts } = document;
  return [
    practice,
    about,
    recipient.name,
    recipient.address,
    ...cover.flatMap(({ name, value }) => [name, value]),
    ...contents,
    ...leftOut,
    ...parts.flatMap(({ heading, entries }) => [
      heading,
      ...entries.flatMap((entry) => [
        entry.heading,
        ...entry.texts.flatMap(({ title, text }) => [title, text]),
        ...entry.under,
      ]),
    ]),
  ].join('\n');
}

export const documentHash = (document: ReleasedDocument): string =>
  createHash('sha256').update(documentText(document)).digest('hex');
