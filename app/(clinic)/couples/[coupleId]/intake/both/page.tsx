import { Clinic } from '@/app/frames/clinic';
import { CoupleIntakeForm } from '@/components/intakes/intake-forms';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readCoupleIntakeForm } from '@/lib/intakes/read-intake';
import { page } from '@/lib/page';
import { changeIntakeOfCouple } from '../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readCoupleIntakeForm(tx, params.coupleId),
  view: ({ data: { couple, intake }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Intake">
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}/intake`}>{couple.label}</TextLink>}
        title="What brought them here"
        lead="For the care team. Neither partner sees this."
      />
      <CoupleIntakeForm action={changeIntakeOfCouple} formKey={formKey} coupleId={couple.id} intake={intake} />
    </Clinic>
  ),
});
