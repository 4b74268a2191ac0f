import { Clinic } from '@/app/frames/clinic';
import { FramePrint } from '@/components/goals/frame-print';
import { page } from '@/lib/page';
import { readFrameToPrint } from '@/lib/goals/read-frame';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readFrameToPrint(tx, { coupleId: params.coupleId, partnerId: params.partnerId ?? '' }),
  view: ({ data: { couple, partner, goals, diagnoses }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Print">
      <FramePrint
        record={partner!.name}
        goals={goals}
        diagnoses={diagnoses}
        back={`/couples/${couple.id}/goals`}
        practiceName={actor.practice.name}
        timeZone={actor.timeZone}
        now={actor.now}
      />
    </Clinic>
  ),
});
