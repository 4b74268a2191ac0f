'use server';

import { action } from '@/lib/action';
import { addAddendum, enterInError } from '@/lib/session-notes/add-addendum';
import { dropCoAuthor, nameCoAuthor } from '@/lib/session-notes/co-authors';
import { saveNoteForm } from '@/lib/session-notes/save-note';
import {
  addAddendumInput,
  coAuthorInput,
  commentInput,
  coSignNoteInput,
  enterInErrorInput,
  saveNoteInput,
  signNoteInput,
} from '@/lib/session-notes/schema';
import { signNote } from '@/lib/session-notes/sign-note';
import { coSignNote } from '@/lib/signing/co-sign-note';
import { commentAsAuthor } from '@/lib/supervision/threads';

export const saveNoteAction = action('clinic', saveNoteInput, saveNoteForm);
export const signNoteAction = action('clinic', signNoteInput, signNote);
export const addAddendumAction = action('clinic', addAddendumInput, addAddendum);
export const nameCoAuthorAction = action('clinic', coAuthorInput, nameCoAuthor);
export const dropCoAuthorAction = action('clinic', coAuthorInput, dropCoAuthor);
export const enterInErrorAction = action('clinic', enterInErrorInput, enterInError);
export const coSignNoteAction = action('clinic', coSignNoteInput, coSignNote);
export const answerSupervisorAction = action('clinic', commentInput, commentAsAuthor);
