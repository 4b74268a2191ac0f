import { Clinic } from '@/app/frames/clinic';
import { SchedulePage } from '@/components/sessions/schedule/schedule-page';
import { page } from '@/lib/page';
import { readSchedule } from '@/lib/schedule/read-schedule';

export default page({
  door: 'clinic',
  read: (tx, { search }) => readSchedule(tx, search),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="schedule" title="Schedule">
      <SchedulePage schedule={data} />
    </Clinic>
  ),
});
