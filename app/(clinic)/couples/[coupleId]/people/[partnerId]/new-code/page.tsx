import { Clinic } from '@/app/frames/clinic';
import { NewCodeForm } from '@/components/couples/new-code-form';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, PageHeader } from '@/components/ui/page-parts';
import { readPartner } from '@/lib/couples/read-partner';
import { page } from '@/lib/page';
import { giveNewCodeTo } from '../../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readPartner(tx, params),
  view: ({ data: { couple, partner }, actor, formKey }) => {
    const people = `/couples/${couple.id}/people`;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="New code">
        <PageHeader
          back={<TextLink href={people}>{couple.label}</TextLink>}
          title={`New code for ${partner.name}`}
          lead="When someone else may be using this account, or the password is forgotten."
        />
        {partner.status === 'active' ? (
          <NewCodeForm action={giveNewCodeTo} formKey={formKey} coupleId={couple.id} partner={partner} />
        ) : (
          <EmptyState action={<LinkButton href={people}>Contacts & safety</LinkButton>}>
            Nobody can sign in to this account at present, so there is nothing to end.
          </EmptyState>
        )}
      </Clinic>
    );
  },
});
