import { z } from 'zod';
import { LONGEST_PASSWORD, PARTNER_PASSWORD_LENGTH } from '../accounts/schema';

const password = z
  .string('Choose a password.')
  .min(
    PARTNER_PASSWORD_LENGTH,
    `Use at least ${PARTNER_PASSWORD_LENGTH} characters. A few words in a row are easy to remember.`,
  )
  .max(LONGEST_PASSWORD * 4, `Use at most ${LONGEST_PASSWORD} characters.`);

export const redeemInvitationInput = z
  .object({
    token: z.string().max(200),
    code: z.string().trim().max(20, 'A code has six characters.').optional().default(''),
    password,
    passwordAgain: z.string('Write the password again.'),
  })
  .refine((typed) => typed.password === typed.passwordAgain, {
    path: ['passwordAgain'],
    error: 'The two passwords are not the same.',
  });

export type RedeemInvitationInput = z.infer<typeof redeemInvitationInput>;

export const giveNewCodeInput = z.object({ coupleId: z.uuid(), partnerId: z.uuid() });
export type GiveNewCodeInput = z.infer<typeof giveNewCodeInput>;
