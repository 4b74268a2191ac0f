/** What the question pages before and after a step send. */
import { z } from 'zod';
import { unitInput } from '@/lib/my-day/schema';

/** `begin`: before a step opens. `check-in`: after an occasion. Both stand in the address. */
export const OCCASIONS = ['begin', 'check-in'] as const;
export type Occasion = (typeof OCCASIONS)[number];

export const TEXT_AT_MOST = 5000;

/** The form field of a question. */
export const fieldOf = (questionId: string): string => `answers.${questionId}`;

const occasion = z.enum(OCCASIONS);
const answers = z.record(z.string().max(40), z.string().max(20_000)).default({});

/** Where a question stands among those asked, or all of them on one page. */
const place = z.union([z.literal('all'), z.string().regex(/^[1-9]\d?$/)]);

export const answerInput = unitInput.extend({
  occasion,
  place,
  skip: z.string().optional(),
  answers,
});
export type AnswerInput = z.output<typeof answerInput>;

export const occasionInput = unitInput.extend({ occasion });
export type OccasionInput = z.output<typeof occasionInput>;

export const takeUpInput = occasionInput.extend({ choice: z.enum(['continue', 'again']) });
export type TakeUpInput = z.output<typeof takeUpInput>;
