/** "Write something": who may read it is chosen before anything is typed. */
import { z } from 'zod';
import { TEXT_AT_MOST } from '@/lib/answers/schema';
import { AUDIENCES } from '@/lib/drafts/schema';
import { asKept, CANNOT_BE_KEPT, canBeKept } from '@/lib/texts/schema';

const audience = z.enum(AUDIENCES, 'Choose who may read this first.');

export const wordsInput = z.object({
  audience,
  text: z
    .string()
    .transform(asKept)
    .pipe(
      z
        .string()
        .min(1, 'There is nothing here yet. Write something, or go back.')
        .max(
          TEXT_AT_MOST,
          `This is longer than ${TEXT_AT_MOST.toLocaleString('en-US')} characters. It is still here: please shorten it.`,
        )
        .refine(canBeKept, CANNOT_BE_KEPT),
    ),
});
export type WordsInput = z.output<typeof wordsInput>;

export const takeUpWordsInput = z.object({ audience, choice: z.enum(['continue', 'again']) });
export type TakeUpWordsInput = z.output<typeof takeUpWordsInput>;
