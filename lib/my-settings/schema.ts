import { z } from 'zod';
import { line } from '@/lib/texts/schema';

/** As long as the instruction that staff write. */
export const LONGEST_CONTACT = 300;

export const sayContactInput = z.object({ words: line('how you would like to be reached', LONGEST_CONTACT) });
export type SayContactInput = z.infer<typeof sayContactInput>;

export const askForInput = z.object({ kind: z.enum(['data', 'openings']) });
export type AskForInput = z.infer<typeof askForInput>;

const ticked = z.literal('yes', 'Tick this or leave it.').optional();

export const calendarInput = z.object({ isAloneInFile: ticked, isAloneHidden: ticked });
export type CalendarInput = z.infer<typeof calendarInput>;
