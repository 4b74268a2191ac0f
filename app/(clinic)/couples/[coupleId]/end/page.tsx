import { Clinic } from '@/app/frames/clinic';
import { EndForm } from '@/components/endings/end-form';
import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readCouple } from '@/lib/couples/read-couple';
import { page } from '@/lib/page';
import { endWorkWith } from '../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readCouple(tx, params.coupleId),
  view: ({ data: couple, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="End the work">
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}/history`}>{couple.label}</TextLink>}
        title="End the work"
        lead="From the next turn every step is closed for both, with the sentence that every closed step has. Nobody is told; each can still sign in and reach support, and keeps their own record."
      />
      <div className="mb-6 max-w-measure">
        <Banner tone="look">
          If one of them may be at risk, end only{' '}
          <TextLink href={`/couples/${couple.id}/end/shared`}>what is shared</TextLink>: on a day chosen with that
          person, and once their account is secured.
        </Banner>
      </div>
      <EndForm action={endWorkWith} formKey={formKey} coupleId={couple.id} />
    </Clinic>
  ),
});
