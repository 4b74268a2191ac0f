import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { readHasBackup } from '@/db/queries/my-day';

/** Whether somebody beside the therapist is told when a worried answer waits: the same for both partners. */
export const hasBackup = (tx: ActorTx): Promise<boolean> => readHasBackup(tx);
