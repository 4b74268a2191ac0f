'use server';

import { action } from '@/lib/action';
import { endDiagnosis } from '@/lib/diagnoses/end-diagnosis';
import { giveDiagnosis } from '@/lib/diagnoses/give-diagnosis';
import { endDiagnosisInput, giveDiagnosisInput } from '@/lib/diagnoses/schema';
import { changeGoal, moveGoal } from '@/lib/goals/change-goal';
import { changeGoalInput, moveGoalInput, setGoalInput } from '@/lib/goals/schema';
import { setGoal } from '@/lib/goals/set-goal';

export const set = action('clinic', setGoalInput, setGoal);
export const change = action('clinic', changeGoalInput, changeGoal);
export const move = action('clinic', moveGoalInput, moveGoal);
export const give = action('clinic', giveDiagnosisInput, giveDiagnosis);
export const end = action('clinic', endDiagnosisInput, endDiagnosis);
