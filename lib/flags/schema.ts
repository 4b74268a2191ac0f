import { z } from 'zod';

/** What a person can say was done; `declined` only of a change that was asked. */
export const FLAG_OUTCOMES = ['talked', 'called', 'noted', 'declined'] as const;

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
