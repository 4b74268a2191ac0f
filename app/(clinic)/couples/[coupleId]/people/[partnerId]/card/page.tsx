import { Clinic } from '@/app/frames/clinic';
import { InvitationCard, LinkToHandOver } from '@/components/couples/invitation-card';
import { UserNameCard } from '@/components/couples/user-name-card';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, PageHeader } from '@/components/ui/page-parts';
import { PrintButton } from '@/components/ui/print/print-button';
import { readCardPage } from '@/lib/meetings-alone/read-card-page';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readCardPage(tx, params),
  view: ({ data: { couple, partner, card, link, isOnCard, signInAddress }, actor, formKey }) => {
    const people = `/couples/${couple.id}/people`;
    const { userName } = partner;
    return (
      // The title stands in a print's margin and in the list of printed pages.
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Card">
        <div className="screen-only">
          <PageHeader
            back={<TextLink href={people}>{couple.label}</TextLink>}
            title={`Card for ${partner.name}`}
            lead={
              !isOnCard
                ? 'Hand it over when you are alone with them, on paper or read out. It names nobody.'
                : 'Let them use it here, while you are alone with them, or cut the two parts and hand them over apart: found together they let anyone in. They name nobody.'
            }
            actions={card ? <PrintButton>Print the card</PrintButton> : null}
          />
        </div>
        {card && isOnCard && link ? (
          <UserNameCard card={{ ...card, userName, signInAddress, link }} />
        ) : card ? (
          <>
            <InvitationCard card={card} />
            {link ? <LinkToHandOver link={link} /> : null}
          </>
        ) : (
          <EmptyState action={<LinkButton href={people}>Contacts & safety</LinkButton>}>
            No invitation is open for {partner.name}, so there is no code to hand over.
          </EmptyState>
        )}
      </Clinic>
    );
  },
});
