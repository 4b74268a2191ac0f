/** What can be drafted. A draft has a subject; a text that is being typed is a part of it, kept on its own. */
import { z } from 'zod';
import { OCCASIONS } from '@/lib/answers/schema';
import { unitInput } from '@/lib/my-day/schema';

export const AUDIENCES = ['private', 'shared'] as const;
/** `private`: the therapist alone. `shared`: the other partner too. */
export type Audience = (typeof AUDIENCES)[number];

export const draftAbout = z.union([
  unitInput.extend({ kind: z.enum(OCCASIONS) }),
  z.object({ kind: z.literal('words'), audience: z.enum(AUDIENCES) }),
]);
/** The answers to a measure have no text that is kept while it is typed, so nothing of them comes as a part. */
export type DraftAbout = z.output<typeof draftAbout> | { kind: 'measure'; givenId: string; occasion: number };

export function subjectOf(about: DraftAbout): string {
  if (about.kind === 'words') return `words ${about.audience}`;
  if (about.kind === 'measure') return `measure ${about.givenId} ${about.occasion}`;
  return `${about.kind} ${about.assignmentId} ${about.unit}`;
}

/** One text as it is being typed. Longer than what may be sent, so that nothing typed is lost. */
export const draftPartInput = z.object({
  about: draftAbout,
  name: z.string().regex(/^[A-Za-z0-9]{1,40}$/),
  text: z.string().max(20_000),
  /** Whose page it is typed on, where the page says so. */
  whose: z.uuid().optional(),
});
export type DraftPartInput = z.output<typeof draftPartInput>;

export const partOf = (about: DraftAbout, name: string): string => `${subjectOf(about)} ${name}`;
