import { z } from 'zod';
import { LONGEST_SEARCH } from '@/lib/format/records/folded-text';

export const findNotesInput = z.object({
  coupleId: z.uuid('Reload the page and try again.'),
  /** Whose record: the joint one, or one partner's. They never meet in one list. */
  of: z.union([z.literal('joint'), z.uuid()], 'Choose whose notes.'),
  words: z
    .string('Write what to look for.')
    .trim()
    .min(1, 'Write what to look for.')
    .max(LONGEST_SEARCH, `Use at most ${LONGEST_SEARCH} characters.`),
});
export type FindNotesInput = z.output<typeof findNotesInput>;
