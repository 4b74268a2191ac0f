'use server';

import { action } from '@/lib/action';
import { commentInput, coSignNoteInput, returnNoteInput } from '@/lib/session-notes/schema';
import { approveNote, coSignAsSupervisor, returnNote } from '@/lib/supervision/review-note';
import { commentAsSupervisor } from '@/lib/supervision/threads';

export const approveAction = action('clinic', coSignNoteInput, approveNote);
export const coSignAction = action('clinic', coSignNoteInput, coSignAsSupervisor);
export const returnAction = action('clinic', returnNoteInput, returnNote);
export const commentAction = action('clinic', commentInput, commentAsSupervisor);
