import { Clinic } from '@/app/frames/clinic';
import { LogPage } from '@/components/access-log/log-page';
import { readLog } from '@/lib/access-log/read-log';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { search }) => readLog(tx, search),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="people" title="Access log">
      <LogPage {...data} />
    </Clinic>
  ),
});
