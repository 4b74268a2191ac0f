import { z } from 'zod';
import { endingReasonWords } from '@/lib/format/couple-words';
import { optionalText, paragraph } from '@/lib/texts/schema';

export const LONGEST = { words: 1000, summary: 8000 };
type Reason = keyof typeof endingReasonWords;

export const endWorkInput = z.object({
  coupleId: z.uuid(),
  reason: z.enum(Object.keys(endingReasonWords) as [Reason, ...Reason[]], 'Choose a reason.'),
  words: optionalText(LONGEST.words),
  summary: paragraph('a closing summary', LONGEST.summary),
});
export type EndWorkInput = z.infer<typeof endWorkInput>;

/** How far ahead the end of shared work can be chosen. */
export const MOST_DAYS_AHEAD = 28;
export const endSharedWorkInput = z.object({
  coupleId: z.uuid(),
  agreedWith: z.uuid('Choose with whom it is agreed.'),
  effectiveOn: z.iso.date('Choose a day.'),
  endsSignIns: z
    .literal('yes', 'Choose again whether to end every sign-in of this person.')
    .optional()
    .transform((yes) => yes === 'yes'),
  isSecured: z.literal('yes', 'Secure this person’s account first, and say here that you did.'),
});
export type EndSharedWorkInput = z.infer<typeof endSharedWorkInput>;

export const resumeSharedWorkInput = z.object({ coupleId: z.uuid() });
export type ResumeSharedWorkInput = z.infer<typeof resumeSharedWorkInput>;

export const reopenWorkInput = z.object({ coupleId: z.uuid() });
export type ReopenWorkInput = z.infer<typeof reopenWorkInput>;

/** How far ahead a couple's transfer can be planned. */
export const MOST_DAYS_TO_TRANSFER = 90;
export const transferInput = z.object({
  coupleId: z.uuid(),
  to: z.uuid('Choose a person.'),
  fromOn: z.iso.date('Choose a day.'),
});
export type TransferInput = z.infer<typeof transferInput>;
export const takeBackTransferInput = z.object({ coupleId: z.uuid() });
export type TakeBackTransferInput = z.infer<typeof takeBackTransferInput>;
