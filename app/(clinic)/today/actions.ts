'use server';

import { action } from '@/lib/action';
import { recordAttendance } from '@/lib/sessions/record-attendance';
import { recordAttendanceInput } from '@/lib/sessions/schema';

export const recordAttendanceAction = action('clinic', recordAttendanceInput, recordAttendance);
