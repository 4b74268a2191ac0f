import { Clinic } from '@/app/frames/clinic';
import { PartnerAccount } from '@/components/people/partner-account';
import { page } from '@/lib/page';
import { readPartnerPage } from '@/lib/people/read-people';
import { endPartner, reopenPartner, resend, revoke } from '../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readPartnerPage(tx, params.partnerId ?? ''),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="people" title="Partner’s account">
      <PartnerAccount
        {...data}
        zone={actor.timeZone}
        formKey={formKey}
        actions={{ end: endPartner, reopen: reopenPartner, resend, revoke }}
      />
    </Clinic>
  ),
});
