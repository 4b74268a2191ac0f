/** Text as people type it into a form: trimmed, well-formed, of a length that fits where it goes. */
import { z } from 'zod';
import { isDay } from '../format/dates';

export const CANNOT_BE_KEPT = 'This has characters that can’t be used.';

/** Browsers send CRLF; one kind of line end is kept. */
export const asKept = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
/** Tabs and line ends are the only control characters anyone types. */
export const canBeKept = (text: string): boolean => !/\p{Cs}|(?![\n\t])\p{Cc}/u.test(text);

const tooLong = (longest: number) => `Use at most ${longest} characters.`;

/** One line that must be there. `what` completes "Write …". */
export const line = (what: string, longest: number) =>
  z
    .string(`Write ${what}.`)
    .trim()
    .min(1, `Write ${what}.`)
    .max(longest, tooLong(longest))
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), CANNOT_BE_KEPT);

/** One line that may stay empty. */
export const optionalLine = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, tooLong(longest))
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), CANNOT_BE_KEPT)
    .optional()
    .default('');

/** Several lines that must be there. `what` completes "Write …". */
export const paragraph = (what: string, longest: number) =>
  z
    .string(`Write ${what}.`)
    .transform(asKept)
    .pipe(z.string().min(1, `Write ${what}.`).max(longest, tooLong(longest)).refine(canBeKept, CANNOT_BE_KEPT));

/** Several lines that may stay empty. */
export const optionalText = (longest: number) =>
  z
    .string()
    .transform(asKept)
    .pipe(z.string().max(longest, tooLong(longest)).refine(canBeKept, CANNOT_BE_KEPT))
    .optional()
    .default('');

/** Any number of several choices: a form sends none, one or many. */
export const choices = <T extends string>(words: readonly T[]) =>
  z.preprocess(
    (sent) => (sent === undefined || sent === '' ? [] : Array.isArray(sent) ? sent : [sent]),
    z.array(z.enum(words as readonly [T, ...T[]], 'Choose from the list.')).transform((chosen) => [...new Set(chosen)]),
  );

const A_DAY = 'Choose a day, or leave it empty.';
/** A day of this century; null where none was chosen. */
export const optionalDay = z
  .string(A_DAY)
  .trim()
  .refine((typed) => typed === '' || (typed.startsWith('20') && isDay(typed)), A_DAY)
  .transform((typed) => typed || null)
  .optional();
