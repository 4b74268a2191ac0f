'use server';

import { action } from '@/lib/action';
import { deleteProcessNote } from '@/lib/process-notes/delete-process-note';
import { saveProcessNoteForm } from '@/lib/process-notes/save-process-note';
import { deleteProcessNoteInput, saveProcessNoteInput } from '@/lib/process-notes/schema';

export const save = action('clinic', saveProcessNoteInput, saveProcessNoteForm);
export const remove = action('clinic', deleteProcessNoteInput, deleteProcessNote);
