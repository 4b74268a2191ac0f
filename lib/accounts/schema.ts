import { z } from 'zod';
import { line } from '../texts/schema';

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

/** Of a new password that is typed twice: the second one is another. */
export const AGAIN = 'The two passwords are not the same.';

export const chosenPassword = (least: number) =>
  z
    .string('Choose a password.')
    .min(least, `Use at least ${least} characters. A few words in a row are easy to remember.`)
    .max(LONGEST_PASSWORD * 4, `Use at most ${LONGEST_PASSWORD} characters.`);

/** Staff need a few characters more, which the verb asks for. */
export const changePasswordInput = z
  .object({
    password: z.string('Write your present password.').min(1, 'Write your present password.'),
    newPassword: chosenPassword(PARTNER_PASSWORD_LENGTH),
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
    password: chosenPassword(STAFF_PASSWORD_LENGTH),
    passwordAgain: z.string('Write the password again.'),
  })
  .refine((typed) => typed.password === typed.passwordAgain, { path: ['passwordAgain'], error: AGAIN });
export type RedeemResetInput = z.infer<typeof redeemResetInput>;

export const endSignInInput = z.object({ signInId: z.uuid() });
export type EndSignInInput = z.infer<typeof endSignInInput>;

/** One kind of device, or every other one. */
export const endDevicesInput = z.object({ device: z.string().max(80).optional() });
export type EndDevicesInput = z.infer<typeof endDevicesInput>;

/** What a browser answers for a passkey, as JSON; empty where none was asked. lib/accounts/factors/passkeys.ts reads it. */
const passkey = z.string().max(8_000, 'This passkey can’t be used here.').optional();

/** Asked again before what weighs most: the password, a code or a passkey. */
export const again = { password: z.string().max(1_000, 'Your password is shorter than this.').optional(), passkey };
export type Again = { password?: string; passkey?: string };

const presentPassword = z.string('Write your password.').min(1, 'Write your password.');
const factorCode = z
  .string('Write the code.')
  .trim()
  .min(1, 'Write the code.')
  .max(40, 'A code has six digits, or twelve letters.');

const presentCode = z.string().trim().max(40, 'A code has six digits, or twelve letters.').optional();

/** A change of the second factor takes the password and, where there is a factor, a code of it or a passkey. */
const owner = { password: presentPassword, presentCode, passkey };
export type OwnerInput = { password: string; presentCode?: string; passkey?: string };
export const ownerInput = z.object(owner);

/** `code` is of the app that comes. */
export const addAppInput = z.object({ ...owner, code: factorCode });
export type AddAppInput = z.infer<typeof addAppInput>;

export const LONGEST_PASSKEY_NAME = 40;
const name = line('a name, such as the device it is on', LONGEST_PASSKEY_NAME);
/** Whoever wants to make one is asked all else first, so that none is left on a device that is no good here. */
export const askPasskeyInput = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.enum(['again', 'signIn']) }),
  z.object({ purpose: z.literal('add'), name, ...owner }),
]);
export type AskPasskeyInput = z.infer<typeof askPasskeyInput>;

export const addPasskeyInput = z.object({
  name,
  newPasskey: z
    .string('Press the button again.')
    .min(1, 'Press the button again.')
    .max(16_000, 'This passkey can’t be used here.'),
});
export type AddPasskeyInput = z.infer<typeof addPasskeyInput>;

export const removePasskeyInput = z.object({ ...owner, passkeyId: z.uuid() });
export type RemovePasskeyInput = z.infer<typeof removePasskeyInput>;
