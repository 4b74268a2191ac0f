import { z } from 'zod';

export const SHORTEST_SESSION = 5;
export const LONGEST_SESSION = 300;
export const USUAL_SESSION = 50;

export const id = z.uuid('Reload the page and try again.');
const day = z.iso
  .date('Choose a day.')
  .refine((on) => on >= '1990-01-01' && on <= '2199-12-31', 'Choose a day between 1990 and 2199.');
const time = z
  .string('Choose a time.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:00)?$/, 'Choose a time, such as 10:00.')
  .transform((at) => at.slice(0, 5));
const minutes = z.coerce
  .number('Write how many minutes.')
  .int('Write whole minutes.')
  .min(SHORTEST_SESSION, `Write at least ${SHORTEST_SESSION} minutes.`)
  .max(LONGEST_SESSION, `Write at most ${LONGEST_SESSION} minutes.`);
const place = z
  .string()
  .trim()
  .max(120, 'Use at most 120 characters.')
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'This has characters that can’t be used.')
  .optional()
  .default('');

/** Left out where a form doesn't ask for it: what was there stays. */
const videoLink = z
  .string()
  .trim()
  .max(500, 'Use at most 500 characters.')
  .refine(
    (link) => link === '' || (/^https:\/\/[^\s]+$/.test(link) && URL.canParse(link)),
    'Write an address that begins with https://.',
  )
  .optional();

export const when = { on: day, at: time, minutes, place, videoLink };

export const planSessionInput = z.object({
  coupleId: id,
  /** "joint", or the partner it is with. */
  with: z
    .string('Choose who the session is with.')
    .refine((chosen) => chosen === 'joint' || z.uuid().safeParse(chosen).success, 'Choose who the session is with.'),
  ...when,
});
export type PlanSessionInput = z.output<typeof planSessionInput>;

export const changeSessionInput = z.object({ sessionId: id, ...when });
export type ChangeSessionInput = z.output<typeof changeSessionInput>;

export const cancelSessionInput = z.object({ sessionId: id });
export type CancelSessionInput = z.output<typeof cancelSessionInput>;

export const recordAttendanceInput = z.object({
  sessionId: id,
  /** By partner; nobody chosen is refused beside each, by the verb, which knows who was expected. */
  attendance: z
    .record(z.uuid(), z.enum(['attended', 'late', 'absent'], 'Choose one of the three.'), 'Choose who came.')
    .default({}),
});
export type RecordAttendanceInput = z.output<typeof recordAttendanceInput>;
