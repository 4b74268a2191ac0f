import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { saveStaffSettings } from '@/db/queries/accounts/staff-settings';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import type { ChangeKeysInput } from './schema';

/** Turns single keys on or off for oneself, on every device from the next page on. */
export async function changeKeys(tx: ActorTx, { singleKeys }: ChangeKeysInput): Promise<Answer> {
  const { staffMemberId } = tx.actor;
  if (!staffMemberId) throw new NotFound();
  await saveStaffSettings(tx, staffMemberId, { hasSingleKeys: singleKeys === 'on' });
  await writeAudit(tx, { act: 'changed', recordKind: 'staffMember', recordId: staffMemberId });
  return {
    message:
      singleKeys === 'on'
        ? 'Saved. Single keys are on.'
        : 'Saved. Single keys are off; keys with Ctrl or Cmd still work.',
  };
}
