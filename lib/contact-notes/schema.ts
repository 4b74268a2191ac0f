import { z } from 'zod';
import { optionalText } from '@/lib/texts/schema';

export const LONGEST_CONTACT = 2000;
export const CONTACT_KINDS = ['call', 'message', 'noShow', 'collateral', 'other'] as const;
export const CONTACT_OUTCOMES = ['reached', 'leftAsAgreed', 'notReached'] as const;

export const writeContactNoteInput = z.object({
  coupleId: z.uuid(),
  partnerId: z.uuid('Choose whom it concerns.'),
  kind: z.enum(CONTACT_KINDS, 'Choose what it was.'),
  on: z.iso.date('Choose a day.'),
  outcome: z
    .enum([...CONTACT_OUTCOMES, ''], 'Choose from the list.')
    .optional()
    .transform((chosen) => chosen || null),
  words: optionalText(LONGEST_CONTACT),
});
export type WriteContactNoteInput = z.infer<typeof writeContactNoteInput>;

export const takeBackContactNoteInput = z.object({ coupleId: z.uuid(), noteId: z.uuid() });
export type TakeBackContactNoteInput = z.infer<typeof takeBackContactNoteInput>;

export const answerRequestInput = z
  .object({
    coupleId: z.uuid(),
    partnerId: z.uuid(),
    /** Every flag folded into the line, with commas between. */
    flagIds: z
      .string()
      .transform((ids) => ids.split(','))
      .pipe(z.array(z.uuid()).min(1).max(500)),
    kind: z.enum(['call', 'message'], 'Choose how you tried.'),
    outcome: z.enum(CONTACT_OUTCOMES, 'Choose how it went.'),
    againOn: z.union([z.literal(''), z.iso.date('Choose a day.')]).optional(),
    words: optionalText(LONGEST_CONTACT),
  })
  .refine(({ outcome, againOn }) => outcome !== 'notReached' || againOn, {
    path: ['againOn'],
    message: 'Choose the day on which you try again.',
  });
export type AnswerRequestInput = z.infer<typeof answerRequestInput>;
