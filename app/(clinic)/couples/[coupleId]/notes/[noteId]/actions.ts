'use server';

import { action } from '@/lib/action';
import { addAddendum } from '@/lib/session-notes/add-addendum';
import { dropCoAuthor, nameCoAuthor } from '@/lib/session-notes/co-authors';
import { saveNoteForm } from '@/lib/session-notes/save-note';
import { addAddendumInput, coAuthorInput, saveNoteInput, signNoteInput } from '@/lib/session-notes/schema';
import { signNote } from '@/lib/session-notes/sign-note';

export const saveNoteAction = action('clinic', saveNoteInput, saveNoteForm);
export const signNoteAction = action('clinic', signNoteInput, signNote);
export const addAddendumAction = action('clinic', addAddendumInput, addAddendum);
export const nameCoAuthorAction = action('clinic', coAuthorInput, nameCoAuthor);
export const dropCoAuthorAction = action('clinic', coAuthorInput, dropCoAuthor);
