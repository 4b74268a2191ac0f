import { z } from 'zod';

/** Where nobody set others: a distress or a pain from this number on, a comfort up to this one twice running. */
export const USUAL_LIMITS = { distressAtLeast: 7, painAtLeast: 4, comfortAtMost: 3 } as const;

const number = (from: number, to: number) => {
  const words = `Write a whole number from ${from} to ${to}.`;
  return z.coerce.number(words).int(words).min(from, words).max(to, words);
};

export const reviewLimitsInput = z.object({
  coupleId: z.uuid(),
  partnerId: z.uuid(),
  distressAtLeast: number(1, 10),
  painAtLeast: number(1, 10),
  comfortAtMost: number(0, 9),
});
export type ReviewLimitsInput = z.infer<typeof reviewLimitsInput>;
