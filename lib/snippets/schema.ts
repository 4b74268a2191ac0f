import { z } from 'zod';
import { FORMATS } from '@/lib/format/notes/note-formats';
import { asKept, canBeKept, CANNOT_BE_KEPT } from '../texts/schema';

export const LONGEST_SNIPPET = 5_000;
export const MOST_SNIPPETS = 100;
const NAME = 'Use one word of small letters, digits and hyphens, at most 20.';

const name = z
  .string(NAME)
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{0,19}$/, NAME);
const snippetText = z
  .string('Write the text.')
  .transform(asKept)
  .pipe(
    z
      .string()
      .min(1, 'Write the text.')
      .max(LONGEST_SNIPPET, `Use at most ${LONGEST_SNIPPET.toLocaleString('en-US')} characters.`)
      .refine(canBeKept, CANNOT_BE_KEPT),
  );

/** Without an id it is a new one. */
export const saveSnippetInput = z.object({ snippetId: z.uuid().optional(), name, text: snippetText });
export type SaveSnippetInput = z.output<typeof saveSnippetInput>;
export const removeSnippetInput = z.object({ snippetId: z.uuid() });
export type RemoveSnippetInput = z.output<typeof removeSnippetInput>;

export const noteFormatInput = z.object({ format: z.enum(FORMATS, 'Choose a format from the list.') });
export type NoteFormatInput = z.output<typeof noteFormatInput>;
