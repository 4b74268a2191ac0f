/** Makes a new invitation to one place and ends earlier ones to it. The mail goes out after the commit (deliver.ts). */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertInvitation, readMailWords, revokeInvitationsTo } from '@/db/queries/accounts/invitations';
import { readEnv } from '@/lib/env';
import { hashOfInvitationToken, invitationToken, type InvitationIssue } from './token';

const HOUR = 3_600_000;
export const LASTS = { staff: 72 * HOUR, partner: 7 * 24 * HOUR } as const;

export type Invited =
  | { kind: 'staff'; staffMemberId: string; email: string }
  | {
      kind: 'partner';
      partnerId: string;
      coupleId: string;
      email: string | null;
      userName: string | null;
      isByHand?: boolean;
    };

/** All that a mail needs; the link is made from it at the moment of sending. No mail goes to someone with a user name, nor where the link is handed over. */
export type IssuedInvitation = InvitationIssue & { email: string | null; senderName: string; subject: string };

export const tokenOf = (issue: InvitationIssue): string => invitationToken(readEnv().keys.invitationKey, issue);

export async function issueInvitation(tx: ActorTx, invited: Invited): Promise<IssuedInvitation> {
  const { actor } = tx;
  if (actor.staffMemberId === null) throw new TypeError('Only staff invite.');
  await revokeInvitationsTo(
    tx,
    invited.kind === 'staff' ? { staffMemberId: invited.staffMemberId } : { partnerId: invited.partnerId },
  );
  const userName = invited.kind === 'partner' ? invited.userName : null;
  const isByHand = invited.kind === 'partner' && invited.isByHand === true;
  const issue = { id: randomUUID(), resendNumber: 0, userName, isByHand };
  await insertInvitation(tx, {
    ...issue,
    practiceId: actor.practiceId,
    kind: invited.kind,
    staffMemberId: invited.kind === 'staff' ? invited.staffMemberId : null,
    coupleId: invited.kind === 'partner' ? invited.coupleId : null,
    partnerId: invited.kind === 'partner' ? invited.partnerId : null,
    email: invited.email,
    tokenHash: hashOfInvitationToken(tokenOf(issue)),
    createdBy: actor.staffMemberId,
    expiresAt: new Date(actor.now.getTime() + LASTS[invited.kind]),
  });
  await writeAudit(tx, {
    act: 'invited',
    recordKind: 'invitation',
    recordId: issue.id,
    coupleId: invited.kind === 'partner' ? invited.coupleId : null,
  });
  return { ...issue, email: invited.email, ...(await readMailWords(tx)) };
}
