import { Clinic } from '@/app/frames/clinic';
import { PartnerIntakeForm } from '@/components/intakes/intake-forms';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readPartnerIntakeForm } from '@/lib/intakes/read-intake';
import { page } from '@/lib/page';
import { changeIntakeOfPartner } from '../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readPartnerIntakeForm(tx, params),
  view: ({ data: { couple, partner, intake }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Intake">
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}/intake`}>{couple.label}</TextLink>}
        title={`Intake of ${partner.name}`}
        lead="In this person’s own record: the care team reads it, and it never enters a joint note."
      />
      <PartnerIntakeForm
        action={changeIntakeOfPartner}
        formKey={formKey}
        coupleId={couple.id}
        partnerId={partner.id}
        intake={intake}
      />
    </Clinic>
  ),
});
