import { Clinic } from '@/app/frames/clinic';
import { TimelineList } from '@/components/check-ins/timeline-list';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { readTimeline } from '@/lib/check-ins/read-timeline';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readTimeline(tx, params.coupleId, search),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Check-ins">
      <CoupleFrame couple={data.couple} current="checkIns">
        <TimelineList timeline={data} />
      </CoupleFrame>
    </Clinic>
  ),
});
