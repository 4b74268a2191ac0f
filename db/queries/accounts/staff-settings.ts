import type { ActorTx } from '../../access/as-actor';
import { staffSettings } from '../../schema/staff';

/** Somebody's own settings, made with their first change. */
export async function saveStaffSettings(
  tx: ActorTx,
  staffMemberId: string,
  settings: Pick<typeof staffSettings.$inferSelect, 'hasSingleKeys'>,
): Promise<void> {
  await tx.db
    .insert(staffSettings)
    .values({ staffMemberId, practiceId: tx.actor.practiceId, ...settings })
    .onConflictDoUpdate({ target: staffSettings.staffMemberId, set: settings });
}
