import { saveMyReminders } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { Reminders } from '@/components/portal/reminders';
import { page } from '@/lib/page';
import { readReminders } from '@/lib/reminders/read-reminders';

export default page({
  door: 'portal',
  read: readReminders,
  view: (seen) =>
    onceAgreed(seen, ({ data: { day: _, ...reminders }, actor, formKey }) => (
      <Portal actor={actor} back={{ href: '/me', label: 'Settings' }}>
        <h1>Reminders</h1>
        <Reminders action={saveMyReminders} formKey={formKey} {...reminders} />
      </Portal>
    )),
});
