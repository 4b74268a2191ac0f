import 'server-only';
import { type ActorTx, asActor } from '@/db/access/as-actor';
import { changeInvitation } from '@/db/queries/accounts/invitations';
import { signInToken } from '@/lib/actor';
import { log } from '@/lib/log';
import { mailer } from '@/lib/mail/mailer';
import { type IssuedInvitation, tokenOf } from './issue-invitation';

/** After the commit: sends the mail, where there is an address, and records whether it went out. Never throws: the invitation stands either way, and its link can be handed over. */
export async function deliver(issued: IssuedInvitation): Promise<void> {
  const token = await signInToken();
  if (token) await deliverAs(issued, (work) => asActor(token, work));
}

/** `asInviter` opens a transaction of the person who invited. */
export async function deliverAs(
  issued: IssuedInvitation,
  asInviter: (work: (tx: ActorTx) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  if (issued.email === null || issued.isByHand) return;
  const post = mailer();
  const result = await post.send({
    id: `${issued.id}.${issued.resendNumber}`,
    kind: 'invitation',
    to: issued.email,
    link: `/i/${tokenOf(issued)}`,
    senderName: issued.senderName,
    subject: issued.subject,
  });
  if (!result.isSent) log.warn('mail not sent', { code: result.code });
  // A mail that only became a file has reached nobody.
  const mailState = !result.isSent ? 'notSent' : post.reachesPeople ? 'sent' : 'none';
  try {
    await asInviter((tx) => changeInvitation(tx, issued.id, { mailState, mailAt: tx.actor.now }));
  } catch (error) {
    log.error('mail state not recorded', error);
  }
}
