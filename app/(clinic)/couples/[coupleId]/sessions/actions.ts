'use server';

import { action } from '@/lib/action';
import { startNote } from '@/lib/session-notes/start-note';
import { startNoteInput } from '@/lib/session-notes/schema';
import { cancelSession } from '@/lib/sessions/cancel-session';
import { changeSession } from '@/lib/sessions/change-session';
import { planSession } from '@/lib/sessions/plan-session';
import { recordAttendance } from '@/lib/sessions/record-attendance';
import { cancelSessionInput, changeSessionInput, planSessionInput, recordAttendanceInput } from '@/lib/sessions/schema';

export const planSessionAction = action('clinic', planSessionInput, planSession);
export const changeSessionAction = action('clinic', changeSessionInput, changeSession);
export const cancelSessionAction = action('clinic', cancelSessionInput, cancelSession);
export const recordAttendanceAction = action('clinic', recordAttendanceInput, recordAttendance);
export const startNoteAction = action('clinic', startNoteInput, startNote);
