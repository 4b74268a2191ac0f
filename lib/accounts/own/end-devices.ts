import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { endMyDevices, endMySignIn } from '@/db/queries/my-settings/my-devices';
import type { Answer } from '@/lib/action';
import type { EndDevicesInput, EndSignInInput } from '../schema';

/** Signs out every other device of one kind, or every other one. The one in hand stays in. */
export async function endDevices(tx: ActorTx, { device }: EndDevicesInput): Promise<Answer> {
  await endMyDevices(tx, device ?? null);
  await writeAudit(tx, {
    act: 'revoked',
    recordKind: 'signIn',
    coupleId: tx.actor.coupleId,
    concernsPartnerId: tx.actor.partnerId,
  });
  return { redirectTo: tx.actor.partnerId ? '/me' : '/settings/account' };
}

/** Signs out one other sign-in of one's own. */
export async function endOneSignIn(tx: ActorTx, { signInId }: EndSignInInput): Promise<Answer> {
  await endMySignIn(tx, signInId);
  await writeAudit(tx, { act: 'revoked', recordKind: 'signIn' });
  return { redirectTo: '/settings/account' };
}
