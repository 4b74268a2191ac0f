import { z } from 'zod';

const weekday = z.enum(['1', '2', '3', '4', '5', '6', '7'], 'Choose days from the list.').transform(Number);

export const saveRemindersInput = z
  .object({
    level: z.enum(['none', 'neutral', 'practice'], 'Choose one.'),
    weekdays: z
      .preprocess(
        (value) => (typeof value === 'string' ? [value] : (value ?? [])),
        z.array(weekday, 'Choose days from the list.').max(7),
      )
      .transform((days) => [...new Set(days)].toSorted((a, b) => a - b)),
    time: z.string().trim().default(''),
  })
  .superRefine(({ level, weekdays, time }, context) => {
    if (level === 'none') return;
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (weekdays.length === 0) refuse('weekdays', 'Choose at least one day, or choose no reminders.');
    if (!isTime(time)) refuse('time', 'Write a time, such as 19:00.');
  });
export type SaveRemindersInput = z.output<typeof saveRemindersInput>;

/** What is kept where somebody wants none and left the time empty or wrong. */
export const USUAL_TIME = '19:00';
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
