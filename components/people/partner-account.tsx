import { AccountAccess } from '@/components/people/account-access';
import { AccountState } from '@/components/people/account-state';
import { InvitationCard } from '@/components/people/invitation-card';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import type { InvitationView } from '@/lib/people/read-people';

type PartnerAccountProps = {
  partner: {
    id: string;
    name: string;
    /** Exactly one of the two. */
    email: string | null;
    userName: string | null;
    coupleLabel: string;
    status: 'invited' | 'active' | 'deactivated';
    invitation: InvitationView | null;
  };
  zone: string;
  formKey: string;
  actions: { end: FormAction; reopen: FormAction; resend: FormAction; revoke: FormAction };
};

export function PartnerAccount({ partner, zone, formKey, actions }: PartnerAccountProps) {
  return (
    <>
      <PageHeader
        back={<TextLink href="/people">People</TextLink>}
        title={partner.name}
        chips={<AccountState status={partner.status} invitation={partner.invitation} />}
        lead={`${partner.coupleLabel} · ${partner.email ?? `Signs in with a user name, ${partner.userName}`}`}
      />
      {partner.status === 'invited' && partner.invitation ? (
        <InvitationCard
          invitation={partner.invitation}
          person={{ kind: 'partners', personId: partner.id }}
          zone={zone}
          formKey={formKey}
          resend={actions.resend}
          revoke={actions.revoke}
        />
      ) : null}
      <AccountAccess
        isDeactivated={partner.status === 'deactivated'}
        hidden={{ partnerId: partner.id }}
        formKey={formKey}
        end={actions.end}
        reopen={actions.reopen}
        consequence="Every device of this person is signed out at once, and an open invitation stops working. Nobody is told. What they sent is kept."
      />
    </>
  );
}
