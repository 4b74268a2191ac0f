import { z } from 'zod';
import { LONGEST_PASSWORD } from '../schema';

export const curtainInput = z.object({ what: z.enum(['here', 'look', 'cover']) });
export type CurtainInput = z.infer<typeof curtainInput>;

export const liftInput = z.object({
  password: z.string('Write your password.').max(LONGEST_PASSWORD * 4, 'This is not your password.'),
});
export type LiftInput = z.infer<typeof liftInput>;
