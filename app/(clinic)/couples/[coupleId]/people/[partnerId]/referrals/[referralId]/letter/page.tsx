import { Clinic } from '@/app/frames/clinic';
import { Letter } from '@/components/referrals/letter';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, PageHeader } from '@/components/ui/page-parts';
import { PrintButton } from '@/components/ui/print/print-button';
import { page } from '@/lib/page';
import { readLetter } from '@/lib/referrals/read-referral';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readLetter(tx, params),
  view: ({ data: { couple, partner, referralId, letter }, actor, formKey }) => {
    const referral = `/couples/${couple.id}/people/${partner.id}/referrals/${referralId}`;
    return (
      // The title stands in a print's margin and in the list of printed pages.
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Letter">
        <div className="screen-only">
          <PageHeader
            back={<TextLink href={referral}>Referral for {partner.name}</TextLink>}
            title="Letter"
            lead="Its text is what this person signed, word for word. Sign it by hand, and send it the way you send letters."
            actions={letter ? <PrintButton>Print</PrintButton> : null}
          />
        </div>
        {letter ? (
          <Letter letter={letter} today={couple.today} signer={actor.name ?? ''} />
        ) : (
          <EmptyState action={<LinkButton href={referral}>Back to the referral</LinkButton>}>
            There is no letter: it needs a release that this person has signed and that is in force.
          </EmptyState>
        )}
      </Clinic>
    );
  },
});
