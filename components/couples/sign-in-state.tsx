import type { ReactNode } from 'react';
import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton, TextLink } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';

export type SignInOfPartner = {
  status: 'invited' | 'active' | 'deactivated';
  isMet: boolean;
  hasUserName: boolean;
  invitation: {
    id: string;
    state: 'open' | 'accepted' | 'revoked' | 'expired' | 'closed';
    /** When it ends, as people read it. */
    until: string;
    mail: 'sent' | 'notSent' | 'none';
    /** To hand over where no mail went out. */
    link: string | null;
    /** No mail goes out: link and code stand on a card. */
    isOnCard: boolean;
  } | null;
};

type SignInStateProps = {
  signIn: SignInOfPartner;
  coupleId: string;
  partnerId: string;
  formKeys: { card: string; resend: string; revoke: string };
  actions: { makeCard: FormAction; resend: FormAction; revoke: FormAction };
};

const mailWords = {
  sent: 'The mail with the link was sent.',
  notSent: 'The mail could not be sent. Send the link again, or hand it over by the safe way:',
  none: 'No mail goes out from this installation. Hand the link over by the safe way:',
};

/** Whether a partner can sign in, and what can be done about it. */
export function SignInState({ signIn, coupleId, partnerId, formKeys, actions }: SignInStateProps) {
  const { status, isMet, hasUserName, invitation } = signIn;
  if (status === 'active')
    return (
      <>
        <p>{hasUserName ? 'Has an account and signs in with a user name.' : 'Has an account.'}</p>
        <p>
          <TextLink href={`/couples/${coupleId}/people/${partnerId}/new-code`}>
            Someone else may be using this account, or the password is forgotten
          </TextLink>
        </p>
      </>
    );
  if (status === 'deactivated') return <p>The account is closed.</p>;
  if (!isMet)
    return (
      <p className="text-ink-muted">Not invited yet. The card with the code is handed over in the meeting alone.</p>
    );

  const card = (submit: string) => (
    <FormFrame
      action={actions.makeCard}
      formKey={formKeys.card}
      hidden={{ coupleId, partnerId }}
      submit={submit}
      submitVariant="secondary"
      label="Invitation card"
    >
      {null}
    </FormFrame>
  );
  if (invitation?.state !== 'open') {
    return (
      <>
        <p>{closedWords(invitation?.state)}</p>
        {card('Invite and make the card')}
      </>
    );
  }
  return (
    <>
      <p>Invited; the code holds until {invitation.until}.</p>
      <p>{onCardWords(hasUserName, invitation.isOnCard) ?? mailWords[invitation.mail]}</p>
      {invitation.link && !invitation.isOnCard ? (
        <p className="rounded-control bg-surface-secondary px-3 py-2 break-all">{invitation.link}</p>
      ) : null}
      <Actions>
        <LinkButton href={`/couples/${coupleId}/people/${partnerId}/card`}>Show the card</LinkButton>
        {invitation.isOnCard ? null : (
          <FormFrame
            action={actions.resend}
            formKey={formKeys.resend}
            hidden={{ coupleId, invitationId: invitation.id }}
            submit="Send the link again"
            submitVariant="secondary"
            label="Send the link again"
          >
            {null}
          </FormFrame>
        )}
        <FormFrame
          action={actions.revoke}
          formKey={formKeys.revoke}
          hidden={{ coupleId, invitationId: invitation.id }}
          submit="Revoke"
          submitVariant="secondary"
          label="Revoke the invitation"
        >
          {null}
        </FormFrame>
      </Actions>
    </>
  );
}

function onCardWords(hasUserName: boolean, isOnCard: boolean): string | null {
  if (hasUserName) return 'Signs in with a user name: the card holds it, the link and the code. No mail goes out.';
  return isOnCard ? 'The card holds the link and the code, to hand over. No mail goes out.' : null;
}

function closedWords(state: 'accepted' | 'revoked' | 'expired' | 'closed' | undefined): string {
  switch (state) {
    case 'revoked':
      return 'The invitation was revoked.';
    case 'expired':
      return 'The invitation has run out.';
    case 'closed':
      return 'A wrong code was tried too often, so the invitation is closed.';
    case 'accepted':
    case undefined:
      return 'Not invited yet.';
  }
}

function Actions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-start gap-x-3">{children}</div>;
}
