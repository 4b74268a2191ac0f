/** Who supervises a staff member and whom they supervise, as the practice admin's page shows it. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import type { StaffRow } from '@/db/queries/accounts/people';
import { listSupervisions } from '@/db/queries/supervision/supervisions';
import { hasEnded, shortLife } from '@/lib/people/standing';

export async function readSupervisionOf(tx: ActorTx, member: StaffRow, all: readonly StaffRow[]) {
  const found = (await listSupervisions(tx, member.id))
    .filter((one) => shortLife(one) !== 'none')
    .map((one) => ({
      id: one.id,
      superviseeId: one.superviseeId,
      supervisorId: one.supervisorId,
      name: one.superviseeId === member.id ? one.supervisor : one.supervisee,
      fromOn: one.fromOn,
      toOn: shortLife(one) ? one.fromOn : one.toOn,
      mustApprove: one.mustApprove,
      mustCoSign: one.mustCoSign,
      isOpen: !hasEnded(tx.actor, one),
    }));
  return {
    supervisors: member.roles.includes('therapist')
      ? found.filter(({ superviseeId }) => superviseeId === member.id)
      : null,
    supervisees: found.filter(({ supervisorId }) => supervisorId === member.id),
    choices: all
      .filter((one) => one.id !== member.id && one.status === 'active' && one.roles.includes('supervisor'))
      .map(({ id, name }) => ({ value: id, label: name })),
    today: tx.actor.today,
    setKey: randomUUID(),
    endKey: randomUUID(),
  };
}
