import { z } from 'zod';

const DAY = 'Choose a day, or leave it empty.';
const optionalDay = z
  .string(DAY)
  .trim()
  .refine((typed) => typed === '' || (/^20\d\d-\d\d-\d\d$/.test(typed) && !Number.isNaN(Date.parse(typed))), DAY)
  .transform((typed) => typed || null)
  .optional();

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
