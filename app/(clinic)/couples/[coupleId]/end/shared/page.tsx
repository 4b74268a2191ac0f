import { Clinic } from '@/app/frames/clinic';
import { SharedEndForm } from '@/components/endings/shared-end-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readCouple } from '@/lib/couples/read-couple';
import { daysToChoose } from '@/lib/endings/end-shared-work';
import { page } from '@/lib/page';
import { endSharedWorkWith } from '../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readCouple(tx, params.coupleId),
  view: ({ data: couple, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="End shared work">
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}/history`}>{couple.label}</TextLink>}
        title="End shared work"
        lead="From the turn you choose, everything the two do together is closed for both. What each does alone stays, each can still sign in and reach support, and each keeps their own record. Nobody is told why."
      />
      <SharedEndForm
        action={endSharedWorkWith}
        formKey={formKey}
        coupleId={couple.id}
        partners={couple.partners.map(({ id, name }) => ({ id, name }))}
        {...daysToChoose(couple)}
      />
    </Clinic>
  ),
});
