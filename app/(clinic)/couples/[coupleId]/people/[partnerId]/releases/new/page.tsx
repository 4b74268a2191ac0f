import { Clinic } from '@/app/frames/clinic';
import { ReleaseForm } from '@/components/record-releases/release-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readPartner } from '@/lib/couples/read-partner';
import { dayOf } from '@/lib/format/dates';
import { page } from '@/lib/page';
import { makeReleaseAction } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readPartner(tx, params),
  view: ({ data: { couple, partner }, actor, formKey }) => {
    const base = `/couples/${couple.id}/people/${partner.id}/releases`;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Release">
        <PageHeader
          back={<TextLink href={base}>Releases of {partner.name}</TextLink>}
          title={`New release of the record of ${partner.name}`}
          lead="Nothing goes out by this. It takes this person’s written authorization, and you read the document before it leaves."
        />
        <ReleaseForm
          action={makeReleaseAction}
          formKey={formKey}
          coupleId={couple.id}
          partnerId={partner.id}
          today={dayOf(actor.now, actor.timeZone)}
        />
      </Clinic>
    );
  },
});
