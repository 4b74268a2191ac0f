import { z } from 'zod';
import { AGAIN, chosenPassword, email, STAFF_PASSWORD_LENGTH } from '../accounts/schema';
import { isTimeZone } from '../format/dates';
import { isPclChange } from '../measures/schema';
import { line, optionalLine, optionalText } from '../texts/schema';

export const timeZone = z.string('Choose a time zone.').refine(isTimeZone, 'Choose a time zone from the list.');

export const closeUrl = z
  .string('Write where Close goes.')
  .trim()
  .max(300, 'Use at most 300 characters.')
  .refine(isPublicHttps, 'Write the address of a public page that begins with https://, such as a weather page.');

/** Words of the partner's side, seen on a phone by whoever looks: the reason they must be neutral stands in the form. */
export const practiceSettings = {
  name: line('the practice’s name', 120),
  timeZone,
  portalTitle: line('a neutral title', 40),
  senderName: line('a neutral sender', 60),
  mailSubject: line('a neutral subject', 80),
  closeUrl,
};

export const MOST_CONTACTS = 6;

const contact = z.object({ label: optionalLine(80), detail: optionalLine(160) });

/** Rows of "who" and "how"; a row with neither is left out. */
export const supportContacts = z
  .array(contact, 'Name at least one contact, such as the local emergency number.')
  .max(MOST_CONTACTS)
  .superRefine((rows, context) => {
    const refuse = (at: number, field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [at, field], message });
    rows.forEach((row, at) => {
      if (row.label === '' && row.detail !== '') refuse(at, 'label', 'Write who this is.');
      if (row.label !== '' && row.detail === '') refuse(at, 'detail', 'Write how they are reached.');
    });
    if (rows.every((row) => row.label === '' && row.detail === '')) {
      refuse(0, 'label', 'Name at least one contact, such as the local emergency number.');
    }
  })
  .transform((rows) => rows.filter((row) => row.label !== ''));

export const setUpPracticeInput = z
  .object({
    token: z.string().max(200),
    ...practiceSettings,
    adminName: line('your name', 120),
    adminCredential: optionalLine(80),
    adminEmail: email,
    isTherapist: z.literal('yes', 'Tick this or leave it.').optional(),
    password: chosenPassword(STAFF_PASSWORD_LENGTH),
    passwordAgain: z.string('Write the password again.'),
    contacts: supportContacts,
  })
  .refine((typed) => typed.password === typed.passwordAgain, { path: ['passwordAgain'], error: AGAIN });

const MINUTES = 'Write a whole number of minutes, from 5 to 60.';

export const changeSettingsInput = z.object({
  ...practiceSettings,
  letterName: optionalLine(80),
  letterAddress: optionalText(300),
  clinicIdleMinutes: z.coerce.number(MINUTES).int(MINUTES).min(5, MINUTES).max(60, MINUTES),
  requiresFactor: z
    .literal('yes', 'Tick this or leave it.')
    .optional()
    .transform((ticked) => ticked === 'yes'),
  pclChange: z.coerce.number('Choose one of the sources.').refine(isPclChange, 'Choose one of the sources.').optional(),
  contacts: supportContacts,
});

export type ChangeSettingsInput = z.infer<typeof changeSettingsInput>;
export type SetUpPracticeInput = z.infer<typeof setUpPracticeInput>;

function isPublicHttps(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' && url.hostname.includes('.') && url.username === '' && url.password === '';
}

const TIME = 'Write a time such as 09:00, or leave both empty.';
const optionalTime = z
  .string(TIME)
  .trim()
  .refine((text) => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), TIME);
const WRONG_DAYS = 'Write each day as 2026-12-25, one in a line.';
const MOST_CLOSED_DAYS = 200;

/** Monday first. A day with neither time is not worked. */
export const workingHoursInput = z.object({
  hours: z
    .array(z.object({ from: optionalTime, to: optionalTime }))
    .length(7)
    .superRefine((days, context) => {
      const refuse = (at: number, field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [at, field], message });
      days.forEach(({ from, to }, at) => {
        if ((from === '') !== (to === '')) refuse(at, from === '' ? 'from' : 'to', TIME);
        else if (from !== '' && from >= to) refuse(at, 'to', 'Write a time after the first one.');
      });
      if (days.every(({ from, to }) => from === '' && to === ''))
        refuse(0, 'from', 'Write the hours of at least one day.');
    }),
  closedDays: z
    .string(WRONG_DAYS)
    .default('')
    .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))].toSorted())
    .pipe(
      z
        .array(z.string().refine(isDay, WRONG_DAYS))
        .max(MOST_CLOSED_DAYS, `Write at most ${MOST_CLOSED_DAYS} days: those that are past may go.`),
    ),
});
export type WorkingHoursInput = z.output<typeof workingHoursInput>;

function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
