import { Clinic } from '@/app/frames/clinic';
import { FramePrint } from '@/components/goals/frame-print';
import { joinedNames } from '@/lib/format/names';
import { readFrameToPrint } from '@/lib/goals/read-frame';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readFrameToPrint(tx, { coupleId: params.coupleId }),
  view: ({ data: { couple, goals }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Print">
      <FramePrint
        record={joinedNames(couple.partners.map(({ name }) => name))}
        goals={goals}
        back={`/couples/${couple.id}/goals`}
        practiceName={actor.practice.name}
        timeZone={actor.timeZone}
        now={actor.now}
      />
    </Clinic>
  ),
});
