import { z } from 'zod';
import { unitInput } from '@/lib/my-day/schema';

export const paperCheckInInput = unitInput.extend({
  coupleId: z.uuid(),
  partnerId: z.uuid(),
  on: z.iso.date('Choose the day it is about.'),
  answers: z.record(z.string().max(40), z.string().max(20_000)).default({}),
});
export type PaperCheckInInput = z.output<typeof paperCheckInInput>;
