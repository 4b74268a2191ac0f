import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { IntakeTab } from '@/components/intakes/intake-tab';
import { readIntake } from '@/lib/intakes/read-intake';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readIntake(tx, params.coupleId),
  view: ({ data: { couple, ...shown }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Intake">
      <CoupleFrame couple={couple} current="intake">
        <IntakeTab coupleId={couple.id} {...shown} />
      </CoupleFrame>
    </Clinic>
  ),
});
