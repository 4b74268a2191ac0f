import { Clinic } from '@/app/frames/clinic';
import { ContactForm } from '@/components/couples/contact-form';
import { TextLink } from '@/components/ui/link';
import { EmptyState, PageHeader } from '@/components/ui/page-parts';
import { readCouple } from '@/lib/couples/read-couple';
import { page } from '@/lib/page';
import { addSecondPartner } from '../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readCouple(tx, params.coupleId),
  view: ({ data: couple, actor, formKey }) => {
    const back = <TextLink href={`/couples/${couple.id}/people`}>{couple.label}</TextLink>;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Second partner">
        <PageHeader
          back={back}
          title="Second partner"
          lead="Steps together wait until you have met this person alone too."
        />
        {couple.partners.length < 2 ? (
          <ContactForm action={addSecondPartner} formKey={formKey} coupleId={couple.id} />
        ) : (
          <EmptyState action={back}>This couple has two partners already.</EmptyState>
        )}
      </Clinic>
    );
  },
});
