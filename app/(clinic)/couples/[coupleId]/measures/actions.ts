'use server';

import { action } from '@/lib/action';
import { enterExternalScore, enterPaperMeasure, markScoreInError } from '@/lib/measures/enter-score';
import { giveMeasure, takeBackMeasure } from '@/lib/measures/give-measure';
import {
  externalScoreInput,
  giveMeasureInput,
  paperMeasureInput,
  scoreInErrorInput,
  takeBackMeasureInput,
} from '@/lib/measures/schema';

export const give = action('clinic', giveMeasureInput, giveMeasure);
export const takeBack = action('clinic', takeBackMeasureInput, takeBackMeasure);
export const enterPaper = action('clinic', paperMeasureInput, enterPaperMeasure);
export const enterTotal = action('clinic', externalScoreInput, enterExternalScore);
export const markInError = action('clinic', scoreInErrorInput, markScoreInError);
