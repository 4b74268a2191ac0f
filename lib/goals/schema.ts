import { z } from 'zod';
import { asKept, canBeKept, CANNOT_BE_KEPT } from '@/lib/texts/schema';

export const LONGEST_GOAL = 4000;

const words = z
  .string('Write the goal.')
  .transform(asKept)
  .pipe(
    z
      .string()
      .min(1, 'Write it in their words.')
      .max(LONGEST_GOAL, `Use at most ${LONGEST_GOAL} characters.`)
      .refine(canBeKept, CANNOT_BE_KEPT),
  );
const reviewOn = z
  .union([z.literal(''), z.iso.date('Choose a day, or leave it empty.')])
  .optional()
  .transform((day) => day || null);
const noneOrId = z
  .union([z.literal(''), z.uuid()])
  .optional()
  .transform((id) => id || null);

export const setGoalInput = z.object({
  coupleId: z.uuid(),
  /** Whose goal it is; empty for the couple's. */
  partnerId: noneOrId,
  /** The goal that this is an objective of. */
  underId: noneOrId,
  words,
  reviewOn,
});
export type SetGoalInput = z.output<typeof setGoalInput>;

const which = {
  coupleId: z.uuid(),
  goalId: z.uuid(),
  /** The version that was on the screen. */
  number: z.coerce.number().int().min(1),
};

export const changeGoalInput = z.object({
  ...which,
  words,
  reviewOn,
  /** A later version that was shown to whoever sends this, and that they put theirs in place of. */
  seen: z.coerce.number().int().min(1).optional(),
});
export type ChangeGoalInput = z.output<typeof changeGoalInput>;

export const moveGoalInput = z.object({ ...which, to: z.enum(['met', 'dropped', 'open', 'up', 'down']) });
export type MoveGoalInput = z.output<typeof moveGoalInput>;
