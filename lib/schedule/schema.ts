import { z } from 'zod';
import { id, when } from '@/lib/sessions/schema';

export const MOST_WEEKS = 52;

const withWhom = z
  .string('Choose who the appointment is with.')
  .refine((chosen) => chosen === 'joint' || z.uuid().safeParse(chosen).success, 'Choose who the appointment is with.');

export const makeAppointmentsInput = z
  .object({
    coupleId: id,
    /** "joint", or the partner it is with. */
    with: withWhom,
    therapistId: z.uuid('Choose a therapist.'),
    ...when,
    repeats: z.enum(['once', 'weekly'], 'Choose once or weekly.'),
    /** How many appointments a weekly series has. */
    times: z.string().trim().optional().default(''),
  })
  .transform(({ times, repeats, ...rest }, context) => {
    if (repeats === 'once') return { ...rest, times: 1 };
    const count = Number(times);
    if (times === '' || !Number.isInteger(count) || count < 2 || count > MOST_WEEKS) {
      context.addIssue({ code: 'custom', path: ['times'], message: `Write how many weeks, from 2 to ${MOST_WEEKS}.` });
      return z.NEVER;
    }
    return { ...rest, times: count };
  });
export type MakeAppointmentsInput = z.output<typeof makeAppointmentsInput>;

export const moveAppointmentInput = z.object({ sessionId: id, ...when });
export type MoveAppointmentInput = z.output<typeof moveAppointmentInput>;

export const cancelAppointmentsInput = z.object({
  sessionId: id,
  which: z.enum(['this', 'later'], 'Choose which appointments to cancel.'),
});
export type CancelAppointmentsInput = z.output<typeof cancelAppointmentsInput>;
