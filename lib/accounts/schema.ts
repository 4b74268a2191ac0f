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
