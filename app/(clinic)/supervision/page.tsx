import { Clinic } from '@/app/frames/clinic';
import { SupervisionQueue } from '@/components/session-notes/supervision/queue';
import { page } from '@/lib/page';
import { readQueue } from '@/lib/supervision/read-queue';

export default page({
  door: 'clinic',
  read: (tx) => readQueue(tx),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="supervision" title="Supervision">
      <SupervisionQueue queue={data} timeZone={actor.timeZone} today={actor.today} />
    </Clinic>
  ),
});
