import { Clinic } from '@/app/frames/clinic';
import { ContactForm } from '@/components/couples/contact-form';
import { LoginForm } from '@/components/couples/login-form';
import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import type { CouplePartner } from '@/lib/couples/read-couple';
import { readPartner } from '@/lib/couples/read-partner';
import { page } from '@/lib/page';
import { changePartnerContact, changePartnerLogin } from '../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readPartner(tx, params),
  view: ({ data: { couple, partner, formKeys }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Contacts">
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}/people`}>{couple.label}</TextLink>}
        title={`Contacts of ${partner.name}`}
        lead={signInWords(partner)}
      />
      {actor.areNamesShielded ? (
        <Banner>Show names to change contacts: a name that is not shown can’t be changed by accident.</Banner>
      ) : (
        <div className="flex flex-col gap-10">
          <ContactForm action={changePartnerContact} formKey={formKey} coupleId={couple.id} partner={partner} />
          {partner.status === 'invited' ? (
            <LoginForm action={changePartnerLogin} formKey={formKeys.login} coupleId={couple.id} partner={partner} />
          ) : null}
        </div>
      )}
    </Clinic>
  ),
});

function signInWords({ status, email, userName }: CouplePartner): string | null {
  if (status === 'invited') return null;
  return email === null
    ? `They sign in with a user name, ${userName}, which stays as it is here.`
    : `Their e-mail, ${email}, is their sign-in and stays as it is here.`;
}
