import { z } from 'zod';
import { placeWord } from '../accounts/places/schema';
import { AGAIN, chosenPassword, LONGEST_PASSWORD, PARTNER_PASSWORD_LENGTH } from '../accounts/schema';

const token = z.string().max(200);
const code = z.string().trim().max(20, 'A code has six characters.').optional().default('');

export const redeemInvitationInput = z
  .object({
    token,
    code,
    password: chosenPassword(PARTNER_PASSWORD_LENGTH),
    passwordAgain: z.string('Write the password again.'),
  })
  .refine((typed) => typed.password === typed.passwordAgain, { path: ['passwordAgain'], error: AGAIN });

export type RedeemInvitationInput = z.infer<typeof redeemInvitationInput>;

/** With an account that is there already. */
export const joinInvitationInput = z.object({
  token,
  code,
  login: z
    .string('Write what you sign in with.')
    .trim()
    .min(1, 'Write what you sign in with.')
    .max(254, 'An address or user name has at most 254 characters.'),
  password: z
    .string('Write your password.')
    .min(1, 'Write your password.')
    .max(LONGEST_PASSWORD * 4, 'Your password is shorter than this.'),
  /** Of the second factor, for those who have one. */
  stepCode: z.string().trim().max(40, 'A code is six digits, or one of the recovery codes.').optional().default(''),
  word: placeWord.optional().default(''),
});
export type JoinInvitationInput = z.infer<typeof joinInvitationInput>;

export const giveNewCodeInput = z.object({ coupleId: z.uuid(), partnerId: z.uuid() });
export type GiveNewCodeInput = z.infer<typeof giveNewCodeInput>;
