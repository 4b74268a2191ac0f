import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { markClosingsSeen } from '@/db/queries/plan/closings';
import type { ShownSharedEnd } from './shared-end';

/** Who opens a page that says that the practice closed what is shared has looked: Today no longer tells the care team (rule 13). */
export async function lookAtClosing(tx: ActorTx, coupleId: string, end: ShownSharedEnd | null): Promise<void> {
  if (end && end.agreedWith === null) await markClosingsSeen(tx, coupleId);
}
