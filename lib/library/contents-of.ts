import 'server-only';
import type { StepContent } from '@/db/program/content';

/** The steps as the program holds them: in the order of their codes, whichever row came first. */
export const contentsOf = (rows: readonly { content: StepContent }[]): StepContent[] =>
  rows.map(({ content }) => content).toSorted((a, b) => (a.id < b.id ? -1 : 1));
