import { Clinic } from '@/app/frames/clinic';
import { ReferralForm } from '@/components/referrals/referral-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readPartner } from '@/lib/couples/read-partner';
import { page } from '@/lib/page';
import { refer } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readPartner(tx, params),
  view: ({ data: { couple, partner }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Referral">
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}/people`}>{couple.label}</TextLink>}
        title={`Referral for ${partner.name}`}
        lead="For this person alone. The other partner learns nothing of it, and nothing leaves the practice until this person has signed what may be told."
      />
      <ReferralForm action={refer} formKey={formKey} coupleId={couple.id} partnerId={partner.id} today={couple.today} />
    </Clinic>
  ),
});
