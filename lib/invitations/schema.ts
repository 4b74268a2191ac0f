import { z } from 'zod';
import { AGAIN, chosenPassword, PARTNER_PASSWORD_LENGTH } from '../accounts/schema';

export const redeemInvitationInput = z
  .object({
    token: z.string().max(200),
    code: z.string().trim().max(20, 'A code has six characters.').optional().default(''),
    password: chosenPassword(PARTNER_PASSWORD_LENGTH),
    passwordAgain: z.string('Write the password again.'),
  })
  .refine((typed) => typed.password === typed.passwordAgain, { path: ['passwordAgain'], error: AGAIN });

export type RedeemInvitationInput = z.infer<typeof redeemInvitationInput>;

export const giveNewCodeInput = z.object({ coupleId: z.uuid(), partnerId: z.uuid() });
export type GiveNewCodeInput = z.infer<typeof giveNewCodeInput>;
