import { z } from 'zod';
import { canBeKept, CANNOT_BE_KEPT } from '@/lib/texts/schema';

export const LONGEST_PROCESS_NOTE = 20_000;

const id = z.uuid('Reload the page and try again.');

export const saveProcessNoteInput = z.object({
  coupleId: id,
  noteId: id,
  /** The version this text was made on; 0 for a note that is not there yet. */
  version: z.coerce.number().int().min(0).max(1_000_000_000),
  /** The window it is written in. */
  savedIn: id,
  /** Counts what that window has sent. */
  order: z.coerce.number().int().min(1).max(1_000_000_000),
  /** What it is called where the note has another text by now: then both stand, each as a note. */
  apartId: id,
  on: z.iso.date('Choose a day.'),
  text: z
    .string('Write plain text.')
    .transform((typed) => typed.replace(/\r\n?/g, '\n'))
    .refine(
      (typed) => typed.length <= LONGEST_PROCESS_NOTE,
      `Use at most ${LONGEST_PROCESS_NOTE.toLocaleString('en-US')} characters in one note. What you typed is still here.`,
    )
    .refine(canBeKept, CANNOT_BE_KEPT),
});
export type SaveProcessNoteInput = z.output<typeof saveProcessNoteInput>;

export const deleteProcessNoteInput = z.object({
  noteId: id,
  isSure: z.literal('yes', 'Tick the box first: a deleted process note can’t be brought back.'),
});
export type DeleteProcessNoteInput = z.output<typeof deleteProcessNoteInput>;

/** What the autosave answers, as JSON; never a text. */
export type ProcessSaveReply =
  | { state: 'saved'; noteId: string; version: number; savedAt: string }
  /** The note has another text: this one stands as a note of its own from here on. */
  | { state: 'apart'; noteId: string; version: number; savedAt: string }
  | { state: 'refused'; reason: string };
