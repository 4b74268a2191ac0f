import 'server-only';
import type { z } from 'zod';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { listPrimaryOf } from '@/db/queries/accounts/care-teams';
import { deleteRole, insertRoles } from '@/db/queries/accounts/people';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { couplesInWords } from '@/lib/format/people-words';
import { changeAsAdmin, keepOneAdmin, readStaffMember } from './admin';
import type { changeRolesInput } from './schema';

export async function changeRoles(
  tx: ActorTx,
  { staffMemberId, roles }: z.infer<typeof changeRolesInput>,
): Promise<Answer> {
  await changeAsAdmin(tx);
  const { member, all } = await readStaffMember(tx, staffMemberId);
  const wanted = new Set(roles);
  if (member.roles.includes('practiceAdmin') && !wanted.has('practiceAdmin')) keepOneAdmin(all, member.id);
  if (member.roles.includes('therapist') && !wanted.has('therapist')) await keepPrimaries(tx, member);

  // The admin's own role goes last: without it, nothing more could be changed.
  await insertRoles(
    tx,
    member.id,
    [...wanted].filter((role) => !member.roles.includes(role)),
  );
  await writeAudit(tx, { act: 'changed', recordKind: 'staffMember', recordId: member.id });
  const ended = member.roles.filter((role) => !wanted.has(role));
  for (const role of ended.sort((a, b) => Number(a === 'practiceAdmin') - Number(b === 'practiceAdmin'))) {
    await deleteRole(tx, member.id, role);
  }
  return { message: 'Roles saved. They hold from the next page that is opened.' };
}

/** A primary who is no therapist could not open the record. */
async function keepPrimaries(tx: ActorTx, member: { id: string; name: string }): Promise<void> {
  const couples = await listPrimaryOf(tx, member.id);
  if (couples.length === 0) return;
  throw new Refusal('The roles were not changed.', {
    roles: `${member.name} is the primary therapist of ${couplesInWords(couples.length)}. Make someone else primary there first.`,
  });
}
