// What the therapist asks this person alone. The place is always there and on every page linked alike, whether anything waits or not.
import { onceAgreed, Portal } from '@/app/frames/portal';
import { WaitingList } from '@/components/measures/waiting-list';
import { readWaiting } from '@/lib/measures/mine/read-item-page';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  read: readWaiting,
  view: (seen) =>
    onceAgreed(seen, ({ data: { waiting }, actor }) => (
      <Portal actor={actor} back={{ href: '/home' }}>
        <h1>Questions</h1>
        <WaitingList waiting={waiting} />
      </Portal>
    )),
});
