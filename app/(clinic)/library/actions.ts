'use server';

import { action } from '@/lib/action';
import { reviewStep } from '@/lib/library/review-step';
import { savePaths, saveStages } from '@/lib/library/save-outline';
import { standStep } from '@/lib/library/retire-step';
import { saveQuestion } from '@/lib/library/save-question';
import { saveStep } from '@/lib/library/save-step';
import { pathsInput, questionInput, reviewInput, stagesInput, standInput, stepInput } from '@/lib/library/schema';

export const save = action('clinic', stepInput, saveStep);
export const review = action('clinic', reviewInput, reviewStep);
export const changeStages = action('clinic', stagesInput, saveStages);
export const changePaths = action('clinic', pathsInput, savePaths);
export const changeQuestion = action('clinic', questionInput, saveQuestion);
export const stand = action('clinic', standInput, standStep);
