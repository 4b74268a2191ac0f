/** What the verbs of People share: the practice admin alone uses them, one after the other, and there is always one. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { listStaff, lockPeople, type StaffRow } from '@/db/queries/accounts/people';
import { NotFound, Refusal } from '@/lib/errors';

/** Postgres refuses anyone else's change; a reader of the pages is turned away here. */
export function requireAdmin(tx: ActorTx): void {
  if (!can(tx.actor, 'staffMembers', 'create')) throw new NotFound();
}

/** Before a change: waits for what another admin is changing, so that what is read from here on stays true. */
export async function changeAsAdmin(tx: ActorTx): Promise<void> {
  requireAdmin(tx);
  await lockPeople(tx);
}

export async function readStaffMember(tx: ActorTx, id: string): Promise<{ member: StaffRow; all: StaffRow[] }> {
  requireAdmin(tx);
  const all = await listStaff(tx);
  const member = all.find((one) => one.id === id);
  if (!member) throw new NotFound();
  return { member, all };
}

/** An installation whose last admin left could never be run again. */
export function keepOneAdmin(all: readonly StaffRow[], leaving: string): void {
  const others = all.filter(
    (one) => one.id !== leaving && one.status === 'active' && one.roles.includes('practiceAdmin'),
  );
  if (others.length === 0) {
    throw new Refusal(
      'A practice needs at least one active practice admin, so nothing was changed. Give someone else that role first.',
    );
  }
}
