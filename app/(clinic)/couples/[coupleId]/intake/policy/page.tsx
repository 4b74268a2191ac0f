import { Clinic } from '@/app/frames/clinic';
import { PolicyChangeView } from '@/components/intakes/policy-change';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readPolicyChange } from '@/lib/agreements/read-policy-change';
import { page } from '@/lib/page';
import { beginPolicy, proposeAnotherPolicy, takeBackPolicyProposal } from '../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readPolicyChange(tx, params.coupleId),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Confidentiality">
      <PageHeader
        back={<TextLink href={`/couples/${data.couple.id}/intake`}>{data.couple.label}</TextLink>}
        title="Change the confidentiality policy"
        lead="Made in a session, with each partner’s own yes. It widens nothing that was written before."
      />
      <PolicyChangeView
        change={data}
        formKey={formKey}
        propose={proposeAnotherPolicy}
        takeBack={takeBackPolicyProposal}
        begin={beginPolicy}
      />
    </Clinic>
  ),
});
