import { z } from 'zod';
import { LONGEST_PASSWORD } from '@/lib/accounts/schema';

export const openPapersInput = z.object({
  password: z
    .string('Write your password.')
    .min(1, 'Write your password.')
    .max(LONGEST_PASSWORD * 4, 'This is not your password. Please write it again.'),
});
export type OpenPapersInput = z.infer<typeof openPapersInput>;

export const answerPaperInput = z.object({
  id: z.uuid(),
  answer: z.enum(['signed', 'notNow', 'withdrawn'], 'Choose an answer.'),
});
export type AnswerPaperInput = z.infer<typeof answerPaperInput>;
