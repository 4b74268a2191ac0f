/** Someone who treats couples leaves: each gets a new primary, what was planned goes to them, and the account ends; all of it or nothing. */
import 'server-only';
import type { z } from 'zod';
import type { ActorTx } from '@/db/access/as-actor';
import { countLeft, listPrimaryOf } from '@/db/queries/accounts/care-teams';
import { listStaff, type StaffRow } from '@/db/queries/accounts/people';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { changeAsAdmin, readStaffMember } from './admin';
import { leave, readLeaving } from './leaving';
import type { handOverInput } from './schema';

/** The couples to hand over and who may take them. Not found for someone who leaves nobody behind. */
export async function readHandOver(tx: ActorTx, staffMemberId: string) {
  const { member, all } = await readStaffMember(tx, staffMemberId);
  const couples = await listPrimaryOf(tx, member.id);
  if (couples.length === 0 || member.id === tx.actor.staffMemberId) throw new NotFound();
  return {
    member: { id: member.id, name: member.name },
    couples,
    therapists: mayTake(all, member.id).map(({ id, name }) => ({ id, name })),
    ...(await countLeft(tx, member.id)),
  };
}

const mayTake = (all: readonly StaffRow[], leaving: string) =>
  all.filter((one) => one.id !== leaving && one.status === 'active' && one.roles.includes('therapist'));

export async function handOver(tx: ActorTx, input: z.infer<typeof handOverInput>): Promise<Answer> {
  await changeAsAdmin(tx);
  const member = await readLeaving(tx, input.staffMemberId);
  if (member.status === 'deactivated') return { message: 'This account is deactivated.' };
  const couples = await listPrimaryOf(tx, member.id);
  const able = new Set(mayTake(await listStaff(tx), member.id).map(({ id }) => id));

  const next: { coupleId: string; staffMemberId: string }[] = [];
  const missing: Record<string, string> = {};
  for (const { id, label } of couples) {
    const chosen = input.primaries[id] || input.everyone;
    if (!chosen) missing[`primaries.${id}`] = `Choose a new primary for ${label}.`;
    else if (!able.has(chosen)) missing[`primaries.${id}`] = `Only an active therapist can take over ${label}.`;
    else next.push({ coupleId: id, staffMemberId: chosen });
  }
  if (Object.keys(missing).length > 0) {
    throw new Refusal(
      'Nothing was changed yet: every couple needs a new primary. What you chose is still here.',
      missing,
    );
  }
  await leave(tx, member, next);
  return { message: 'Handed over and deactivated.' };
}
