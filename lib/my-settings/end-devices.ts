import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { endMyDevices } from '@/db/queries/my-settings/my-devices';
import type { Answer } from '@/lib/action';
import type { EndDevicesInput } from './schema';

/** Signs out every other device of one kind, or every other one. The one in hand stays in. */
export async function endDevices(tx: ActorTx, { device }: EndDevicesInput): Promise<Answer> {
  await endMyDevices(tx, device ?? null);
  await writeAudit(tx, {
    act: 'revoked',
    recordKind: 'signIn',
    coupleId: tx.actor.coupleId,
    concernsPartnerId: tx.actor.partnerId,
  });
  return { redirectTo: '/me' };
}
