import { z } from 'zod';

export const FLAG_OUTCOMES = ['talked', 'called', 'noted'] as const;

export const settleFlagInput = z.object({
  coupleId: z.uuid(),
  /** Every flag folded into the line, with commas between. */
  flagIds: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid()).min(1).max(500)),
  outcome: z.enum(FLAG_OUTCOMES, 'Choose what you did.'),
});
export type SettleFlagInput = z.infer<typeof settleFlagInput>;
