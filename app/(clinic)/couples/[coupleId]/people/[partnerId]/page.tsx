import { Clinic } from '@/app/frames/clinic';
import { ContactForm } from '@/components/couples/contact-form';
import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readPartner } from '@/lib/couples/read-partner';
import { page } from '@/lib/page';
import { changePartnerContact } from '../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readPartner(tx, params),
  view: ({ data: { couple, partner }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Contacts">
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}/people`}>{couple.label}</TextLink>}
        title={`Contacts of ${partner.name}`}
        lead={`Their e-mail, ${partner.email}, is their sign-in and stays as it is here.`}
      />
      {actor.areNamesShielded ? (
        <Banner>Show names to change contacts: a name that is not shown can’t be changed by accident.</Banner>
      ) : (
        <ContactForm action={changePartnerContact} formKey={formKey} coupleId={couple.id} partner={partner} />
      )}
    </Clinic>
  ),
});
