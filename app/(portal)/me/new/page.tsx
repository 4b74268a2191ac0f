// Between a sign-in and Today, once: a device signed in for the first time. No mail says so.
import { redirect } from 'next/navigation';
import { endMyDevices } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { NewDevices } from '@/components/portal/settings/new-devices';
import { readNewDevices } from '@/lib/my-settings/hear-new-devices';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  read: readNewDevices,
  view: (seen) =>
    onceAgreed(seen, ({ data: { devices, formKey }, actor }) => {
      if (devices.length === 0) redirect('/home');
      return (
        <Portal actor={actor}>
          <h1>A new device</h1>
          <NewDevices devices={devices} end={endMyDevices} formKey={formKey} />
        </Portal>
      );
    }),
});
