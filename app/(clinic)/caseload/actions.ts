'use server';

import { action } from '@/lib/action';
import { holdPlans, liftFreshHolds } from '@/lib/caseload/hold-plans';
import { couplesInput } from '@/lib/caseload/schema';

export const hold = action('clinic', couplesInput, holdPlans);
export const lift = action('clinic', couplesInput, liftFreshHolds);
