import { z } from 'zod';
import { LONGEST_PASSWORD, PARTNER_PASSWORD_LENGTH } from '@/lib/accounts/schema';
import { line } from '@/lib/texts/schema';

/** As long as the instruction that staff write. */
export const LONGEST_CONTACT = 300;

export const sayContactInput = z.object({ words: line('how you would like to be reached', LONGEST_CONTACT) });
export type SayContactInput = z.infer<typeof sayContactInput>;

export const askForInput = z.object({ kind: z.enum(['data', 'openings']) });
export type AskForInput = z.infer<typeof askForInput>;

export const endDevicesInput = z.object({ device: z.string().max(80).optional() });
export type EndDevicesInput = z.infer<typeof endDevicesInput>;

const ticked = z.literal('yes', 'Tick this or leave it.').optional();

export const calendarInput = z.object({ isAloneInFile: ticked, isAloneHidden: ticked });
export type CalendarInput = z.infer<typeof calendarInput>;

export const changePasswordInput = z
  .object({
    password: z.string('Write your present password.').min(1, 'Write your present password.'),
    newPassword: z
      .string('Choose a password.')
      .min(
        PARTNER_PASSWORD_LENGTH,
        `Use at least ${PARTNER_PASSWORD_LENGTH} characters. A few words in a row are easy to remember.`,
      )
      .max(LONGEST_PASSWORD * 4, `Use at most ${LONGEST_PASSWORD} characters.`),
    newPasswordAgain: z.string('Write the new password again.'),
  })
  .refine((typed) => typed.newPassword === typed.newPasswordAgain, {
    path: ['newPasswordAgain'],
    error: 'The two passwords are not the same.',
  });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
