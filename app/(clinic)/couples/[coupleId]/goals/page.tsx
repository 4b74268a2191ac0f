import { randomUUID } from 'node:crypto';
import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { GoalsTab } from '@/components/goals/goals-tab';
import { LinkButton } from '@/components/ui/link';
import { ICD_GROUPS } from '@/lib/diagnoses/icd-10-cm';
import { readFrame } from '@/lib/goals/read-frame';
import { page } from '@/lib/page';
import { change, end, give, move, set } from './actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readFrame(tx, params.coupleId),
  view: ({ data: { couple, goals, people }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Goals">
      <CoupleFrame
        couple={couple}
        current="goals"
        actions={<LinkButton href={`/couples/${couple.id}/goals/print`}>Print the couple’s goals</LinkButton>}
      >
        <GoalsTab
          coupleId={couple.id}
          today={couple.today}
          timeZone={couple.timeZone}
          goals={goals}
          people={people}
          codes={ICD_GROUPS}
          actions={{ set, change, move, give, end }}
          newKey={randomUUID}
        />
      </CoupleFrame>
    </Clinic>
  ),
});
