import { z } from 'zod';
import { optionalDay } from '../texts/schema';

const isChecked = z
  .literal('yes')
  .optional()
  .transform((yes) => yes === 'yes');

export const setSupervisionInput = z.object({
  superviseeId: z.uuid(),
  supervisorId: z.uuid('Choose a supervisor.'),
  /** Left out: today. */
  fromOn: optionalDay,
  toOn: optionalDay,
  maySee: isChecked,
  mustApprove: isChecked,
  mustCoSign: isChecked,
});
export type SetSupervisionInput = z.output<typeof setSupervisionInput>;

export const endSupervisionInput = z.object({ superviseeId: z.uuid(), supervisionId: z.uuid(), lastDay: optionalDay });
export type EndSupervisionInput = z.output<typeof endSupervisionInput>;
