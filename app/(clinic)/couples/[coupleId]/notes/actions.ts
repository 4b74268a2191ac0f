'use server';

import { finding } from '@/lib/action';
import { findNotes } from '@/lib/find-notes/find-notes';
import { findNotesInput } from '@/lib/find-notes/schema';

export const findNotesAction = finding('clinic', findNotesInput, findNotes);
