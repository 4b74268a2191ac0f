import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { SealedRef } from '@/lib/sealed/format';

/** The place of a text that a partner gives to the care team alone. */
export function ownPlace(tx: ActorTx, table: string, column: string, rowId: string): SealedRef {
  const { practiceId, partnerId } = tx.actor;
  return { table, column, rowId, practiceId, keyClass: 'partner.private', ownerId: partnerId! };
}
