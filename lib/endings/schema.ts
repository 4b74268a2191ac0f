import { z } from 'zod';
import { endingReasonWords } from '@/lib/format/couple-words';
import { asKept, canBeKept, CANNOT_BE_KEPT, optionalText } from '@/lib/texts/schema';

export const LONGEST = { words: 1000, summary: 8000 };
type Reason = keyof typeof endingReasonWords;

export const endWorkInput = z.object({
  coupleId: z.uuid(),
  reason: z.enum(Object.keys(endingReasonWords) as [Reason, ...Reason[]], 'Choose a reason.'),
  words: optionalText(LONGEST.words),
  summary: z
    .string('Write a closing summary.')
    .transform(asKept)
    .pipe(
      z
        .string()
        .min(1, 'Write a closing summary.')
        .max(LONGEST.summary, `Use at most ${LONGEST.summary} characters.`)
        .refine(canBeKept, CANNOT_BE_KEPT),
    ),
});
export type EndWorkInput = z.infer<typeof endWorkInput>;

export const reopenWorkInput = z.object({ coupleId: z.uuid() });
export type ReopenWorkInput = z.infer<typeof reopenWorkInput>;
