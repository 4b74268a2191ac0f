import { z } from 'zod';
import { line } from '@/lib/texts/schema';

export const LONGEST_TO_DO = 200;

export const addToDoInput = z.object({
  coupleId: z.uuid('Choose a couple.'),
  words: line('what is to be done', LONGEST_TO_DO),
  dueOn: z.iso.date('Choose a day.'),
  /** Left out: oneself. */
  assigneeId: z.uuid('Choose someone of the care team.').optional(),
});
export type AddToDoInput = z.infer<typeof addToDoInput>;

export const markToDoInput = z.object({ toDoId: z.uuid(), isDone: z.enum(['yes', 'no']) });
export type MarkToDoInput = z.infer<typeof markToDoInput>;
