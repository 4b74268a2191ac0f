import { z } from 'zod';

export const STAFF_PASSWORD_LENGTH = 15;
export const PARTNER_PASSWORD_LENGTH = 12;
export const LONGEST_PASSWORD = 200;

/** E-mail addresses are compared in this form: a person who types capitals is still the same person. */
export const email = z
  .string()
  .trim()
  .max(254, 'An e-mail address has at most 254 characters.')
  .transform((value) => value.normalize('NFC').toLowerCase())
  .pipe(z.email('Write an e-mail address like name@example.com.'));

const AGAIN = 'The two passwords are not the same.';

const chosen = (least: number) =>
  z
    .string('Choose a password.')
    .min(least, `Use at least ${least} characters. A few words in a row are easy to remember.`)
    .max(LONGEST_PASSWORD * 4, `Use at most ${LONGEST_PASSWORD} characters.`);

/** Staff need a few characters more, which the verb asks for. */
export const changePasswordInput = z
  .object({
    password: z.string('Write your present password.').min(1, 'Write your present password.'),
    newPassword: chosen(PARTNER_PASSWORD_LENGTH),
    newPasswordAgain: z.string('Write the new password again.'),
  })
  .refine((typed) => typed.newPassword === typed.newPasswordAgain, { path: ['newPasswordAgain'], error: AGAIN });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const askResetInput = z.object({ email });

export const redeemResetInput = z
  .object({
    token: z.string().max(200),
    /** Of the second factor, for those who have one. */
    code: z.string().max(40, 'A code is six digits, or one of the recovery codes.').default(''),
    password: chosen(STAFF_PASSWORD_LENGTH),
    passwordAgain: z.string('Write the password again.'),
  })
  .refine((typed) => typed.password === typed.passwordAgain, { path: ['passwordAgain'], error: AGAIN });
export type RedeemResetInput = z.infer<typeof redeemResetInput>;

export const endSignInInput = z.object({ signInId: z.uuid() });
export type EndSignInInput = z.infer<typeof endSignInInput>;

/** One kind of device, or every other one. */
export const endDevicesInput = z.object({ device: z.string().max(80).optional() });
export type EndDevicesInput = z.infer<typeof endDevicesInput>;

const presentPassword = z.string('Write your password.').min(1, 'Write your password.');
const factorCode = z
  .string('Write the code.')
  .trim()
  .min(1, 'Write the code.')
  .max(40, 'A code has six digits, or twelve letters.');

/** A change of the second factor takes the password, and a code of the factor that is or comes. */
export const factorInput = z.object({ password: presentPassword, code: factorCode });
export type FactorInput = z.infer<typeof factorInput>;
