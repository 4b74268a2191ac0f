'use server';

import { action } from '@/lib/action';
import { decideNote } from '@/lib/record-releases/decide-note';
import { disclose } from '@/lib/record-releases/disclose';
import { authorizeRelease, makeRelease } from '@/lib/record-releases/make-release';
import { authorizeInput, decideNoteInput, discloseInput, makeReleaseInput } from '@/lib/record-releases/schema';

export const makeReleaseAction = action('clinic', makeReleaseInput, makeRelease);
export const authorizeAction = action('clinic', authorizeInput, authorizeRelease);
export const decideNoteAction = action('clinic', decideNoteInput, decideNote);
export const discloseAction = action('clinic', discloseInput, disclose);
