import { Chip } from '@/components/ui/chip';
import type { InvitationView } from '@/lib/people/read-people';

type AccountStateProps = { status: 'invited' | 'active' | 'deactivated'; invitation: InvitationView | null };

/** Whether a person can get in, in a word or two. */
export function AccountState({ status, invitation }: AccountStateProps) {
  if (status === 'active') return <Chip tone="success">Active</Chip>;
  if (status === 'deactivated') return <Chip>Deactivated</Chip>;
  if (!invitation) return <Chip>Not invited yet</Chip>;
  if (invitation.state === 'open') {
    if (invitation.email === null) return <Chip tone="accent">Invited by card</Chip>;
    return invitation.mailState === 'sent' ? (
      <Chip tone="accent">Invited</Chip>
    ) : (
      <Chip tone="look">Invited, hand over the link</Chip>
    );
  }
  return <Chip tone="look">{INVITATION_WORDS[invitation.state]}</Chip>;
}

export const INVITATION_WORDS = {
  open: 'Open',
  accepted: 'Accepted',
  revoked: 'Invitation revoked',
  expired: 'Invitation expired',
  closed: 'Too many wrong codes',
} as const;
