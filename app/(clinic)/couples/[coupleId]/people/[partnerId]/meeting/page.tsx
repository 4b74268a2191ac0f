import { Clinic } from '@/app/frames/clinic';
import { MeetingForm } from '@/components/couples/meeting-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readPartner } from '@/lib/couples/read-partner';
import { page } from '@/lib/page';
import { recordMeetingAlone } from '../../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readPartner(tx, params),
  view: ({ data: { couple, partner }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Meeting alone">
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}/people`}>{couple.label}</TextLink>}
        title={`Meeting alone with ${partner.name}`}
        lead="The other partner never sees that this meeting took place, nor its date."
      />
      <MeetingForm
        action={recordMeetingAlone}
        formKey={formKey}
        coupleId={couple.id}
        partner={{ ...partner, canBeInvited: partner.status === 'invited', hasUserName: partner.userName !== null }}
        today={couple.today}
      />
    </Clinic>
  ),
});
