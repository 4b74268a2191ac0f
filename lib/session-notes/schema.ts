import { z } from 'zod';
import { again } from '../accounts/schema';
import { asChosen } from '@/lib/format/notes/note-fields';
import { FORMATS } from '@/lib/format/notes/note-formats';
import { type NoteFormat, type NoteSections, LONGEST_SECTION, LONGEST_ADDENDUM } from '@/lib/format/note-sections';

const id = z.uuid('Reload the page and try again.');
/** A form sends line ends as two characters, a script as one: one form of a text is kept. */
const text = (longest: number) =>
  z
    .string('Write plain text.')
    .transform((typed) => typed.replace(/\r\n?/g, '\n'))
    .refine(
      (typed) => typed.length <= longest,
      `Use at most ${longest.toLocaleString('en-US')} characters here. What you typed is still here.`,
    )
    // A lone half of a character and a NUL have no place in stored text.
    .refine(
      (typed) => !/[\p{Cs}\0]/u.test(typed),
      'This has a character that can’t be kept. Remove it and save again.',
    );

const format = z.enum(FORMATS, 'Choose a format from the list.');

/** Without a format it is begun in one's own. */
export const startNoteInput = z.object({ sessionId: id, format: format.optional() });
export type StartNoteInput = z.output<typeof startNoteInput>;

export const saveNoteInput = z.object({
  noteId: id,
  /** The version this text was made on. */
  version: z.coerce.number().int().min(1).max(1_000_000_000),
  /** A field that is left out stays as it stands. Several choices of one field come as a list. */
  sections: z.record(
    z.string().regex(/^[a-z]{1,20}$|^response-[0-9a-f-]{36}$/),
    z.preprocess(
      (typed) =>
        Array.isArray(typed) ? asChosen(typed.filter((one) => typeof one === 'string' && one !== '')) : typed,
      text(LONGEST_SECTION),
    ),
  ),
  /** The format this text is in; the note may have taken on another meanwhile. */
  format: format.optional(),
  formatVersion: z.coerce.number().int().min(1).max(1_000).optional(),
  /** The format it goes into from now on. */
  changeTo: z.union([format, z.literal('').transform(() => undefined)], 'Choose a format from the list.').optional(),
  /** The window it was written in. */
  window: z.uuid().optional(),
  /** Written with another text of the same version in sight: what it takes the place of is kept. */
  isResolving: z
    .union([z.boolean(), z.literal('yes').transform(() => true)])
    .optional()
    .default(false),
  /** Where a form without JavaScript goes on. */
  next: z.enum(['review', 'format']).optional(),
});
export type SaveNoteInput = z.output<typeof saveNoteInput>;

/** What the autosave answers, as JSON. */
export type SaveReply =
  | { state: 'saved'; version: number; savedAt: string }
  | {
      state: 'conflict';
      version: number;
      savedAt: string;
      /** What stands in the note, in the format it has now. */
      sections: NoteSections;
      format: { id: NoteFormat; version: number };
    }
  | { state: 'signed'; keptId: string }
  | { state: 'refused'; reason: string };

export const signNoteInput = z.object({
  noteId: id,
  /** The version that was reviewed: what is signed is what was seen. */
  version: z.coerce.number().int().min(1),
  /** The co-therapist who took part; empty: nobody. */
  coSignerId: z
    .union([z.literal(''), id])
    .transform((chosen) => chosen || null)
    .optional(),
  ...again,
});
export type SignNoteInput = z.output<typeof signNoteInput>;

const written = (what: string) => text(LONGEST_ADDENDUM).refine((typed) => typed.trim() !== '', what);

export const addAddendumInput = z.object({
  noteId: id,
  kind: z.enum(['addendum', 'lateEntry'], 'Choose what it is.').optional(),
  text: written('Write what you want to add.'),
});
export type AddAddendumInput = z.output<typeof addAddendumInput>;

export const coAuthorInput = z.object({ noteId: id, staffMemberId: z.uuid('Choose a colleague.') });
export type CoAuthorInput = z.output<typeof coAuthorInput>;

export const enterInErrorInput = z.object({
  noteId: id,
  text: written('Write the reason: it stays with the note.'),
  ...again,
});
export type EnterInErrorInput = z.output<typeof enterInErrorInput>;

export const coSignNoteInput = z.object({ noteId: id, ...again });
export type CoSignNoteInput = z.output<typeof coSignNoteInput>;

export const commentInput = z.object({
  noteId: id,
  /** Whose thread it is, where the author of the note answers. */
  supervisorId: id.optional(),
  text: written('Write the comment.'),
});
export type CommentInput = z.output<typeof commentInput>;

export const returnNoteInput = z.object({ noteId: id, text: written('Write what should be changed.') });
export type ReturnNoteInput = z.output<typeof returnNoteInput>;
