'use server';

import { action } from '@/lib/action';
import { cancelAppointments } from '@/lib/schedule/cancel-appointments';
import { makeAppointments } from '@/lib/schedule/make-appointments';
import { moveAppointment } from '@/lib/schedule/move-appointment';
import { cancelAppointmentsInput, makeAppointmentsInput, moveAppointmentInput } from '@/lib/schedule/schema';

export const makeAppointmentsAction = action('clinic', makeAppointmentsInput, makeAppointments);
export const moveAppointmentAction = action('clinic', moveAppointmentInput, moveAppointment);
export const cancelAppointmentsAction = action('clinic', cancelAppointmentsInput, cancelAppointments);
