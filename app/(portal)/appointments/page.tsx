import { onceAgreed, Portal } from '@/app/frames/portal';
import { AppointmentList } from '@/components/portal/appointment-list';
import { readMyAppointments } from '@/lib/my-appointments/read-my-appointments';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  read: async (tx) => ({ day: await readMyDay(tx), appointments: await readMyAppointments(tx) }),
  view: (seen) =>
    onceAgreed(seen, ({ data: { appointments }, actor }) => (
      <Portal actor={actor} back={{ href: '/home' }}>
        <h1>Appointments</h1>
        <AppointmentList {...appointments} />
      </Portal>
    )),
});
