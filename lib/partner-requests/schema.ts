import { z } from 'zod';

export const settleRequestInput = z.object({
  coupleId: z.uuid(),
  requestId: z.uuid(),
  /** Makes what the partner wrote the contact instruction. */
  takesWords: z.literal('yes').optional(),
});
export type SettleRequestInput = z.infer<typeof settleRequestInput>;
