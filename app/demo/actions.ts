'use server';

import { z } from 'zod';
import { action } from '@/lib/action';
import { moveToNextTurn } from '@/lib/demo/move-to-next-turn';

export const moveClinicToNextTurn = action('clinic', z.object({}), moveToNextTurn);
export const movePortalToNextTurn = action('portal', z.object({}), moveToNextTurn);
