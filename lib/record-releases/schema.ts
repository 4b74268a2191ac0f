import { z } from 'zod';
import { again } from '../accounts/schema';
import { ASKED_BY, NOTE_DECISIONS, RELEASED_KINDS } from '@/db/schema/record-releases';
import { choices, line, optionalLine, optionalText, paragraph } from '@/lib/texts/schema';

export const LONGEST_OF_RELEASE = { name: 120, address: 400, purpose: 1_000, reason: 2_000 };

const ofPerson = { coupleId: z.uuid(), partnerId: z.uuid() };
const ofRelease = { ...ofPerson, releaseId: z.uuid() };
const optionalDay = z.preprocess(
  (typed) => (typed === '' || typed === undefined ? null : typed),
  z.iso.date('Choose a day.').nullable(),
);

export const makeReleaseInput = z.object({
  ...ofPerson,
  askedBy: z.enum(ASKED_BY, 'Choose who asked.'),
  asker: optionalLine(LONGEST_OF_RELEASE.name),
  kinds: choices(RELEASED_KINDS).refine((kinds) => kinds.length > 0, 'Choose what is released.'),
  fromOn: optionalDay,
  toOn: optionalDay,
  recipientName: line('to whom it goes', LONGEST_OF_RELEASE.name),
  recipientAddress: optionalText(LONGEST_OF_RELEASE.address),
  purpose: paragraph('what it is for', LONGEST_OF_RELEASE.purpose),
  untilOn: z.iso.date('Choose the last day.'),
});
export type MakeReleaseInput = z.output<typeof makeReleaseInput>;

export const authorizeInput = z.object({
  ...ofRelease,
  signerId: z.uuid(),
  kind: z.enum(['signed', 'revoked']),
  on: z.iso.date('Choose the day.'),
});
export type AuthorizeInput = z.output<typeof authorizeInput>;

export const decideNoteInput = z
  .object({
    ...ofRelease,
    noteId: z.uuid(),
    decision: z.enum(NOTE_DECISIONS, 'Choose what happens to this note.'),
    /** Places of the passages that go, as the page numbered them. */
    removed: z.preprocess(
      (sent) => (sent === undefined || sent === '' ? [] : Array.isArray(sent) ? sent : [sent]),
      z.array(z.string().regex(/^\d{1,4}\.\d{1,5}$/, 'Tick passages as they stand on the page.')).max(5_000),
    ),
    reason: paragraph('why', LONGEST_OF_RELEASE.reason),
  })
  .refine(({ decision, removed }) => decision === 'leftOut' || removed.length > 0, {
    path: ['removed'],
    message: 'Mark at least one passage, or leave the note out.',
  });
export type DecideNoteInput = z.output<typeof decideNoteInput>;

export const discloseInput = z.object({
  ...ofRelease,
  /** Of the document that was read: what goes out is what was seen. */
  readHash: z.string().regex(/^[0-9a-f]{64}$/, 'Reload the page and read it again.'),
  ...again,
});
export type DiscloseInput = z.output<typeof discloseInput>;
