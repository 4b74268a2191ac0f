import { Clinic } from '@/app/frames/clinic';
import { Ledger } from '@/components/record-releases/ledger';
import { ReleaseList } from '@/components/record-releases/release-list';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, PageHeader, Section } from '@/components/ui/page-parts';
import { dayOf } from '@/lib/format/dates';
import { page } from '@/lib/page';
import { readReleases } from '@/lib/record-releases/read-releases';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readReleases(tx, params),
  view: ({ data: { couple, partner, releases, ledger }, actor, formKey }) => {
    const base = `/couples/${couple.id}/people/${partner.id}/releases`;
    const make = (
      <LinkButton href={`${base}/new`} variant="primary">
        New release
      </LinkButton>
    );
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Releases">
        <PageHeader
          back={<TextLink href={`/couples/${couple.id}/people`}>{couple.label}</TextLink>}
          title={`Releases of the record of ${partner.name}`}
          lead="This person’s own record, without a word of the other’s. A referral letter is made with its referral."
          actions={releases.length > 0 ? make : undefined}
        />
        <div className="flex flex-col gap-10">
          {releases.length > 0 ? (
            <Section heading="Releases">
              <ReleaseList lines={releases} base={base} today={dayOf(actor.now, actor.timeZone)} />
            </Section>
          ) : (
            <EmptyState action={make}>Nothing of this record was asked for yet.</EmptyState>
          )}
          <Section
            heading="What went out"
            lead="The account of disclosures: kept with the record, for six years at least, and never changed."
          >
            <Ledger lines={ledger} base={base} />
          </Section>
        </div>
      </Clinic>
    );
  },
});
