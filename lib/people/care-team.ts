import 'server-only';
import type { z } from 'zod';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeCareTeamMember, insertCareTeamMember, listCareTeams, listCouples } from '@/db/queries/accounts/people';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { readStaffMember, requireAdmin } from './admin';
import type { assignCareTeamInput, endCareTeamInput } from './schema';

const DAY = 86_400_000;
const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

/** Puts someone into a couple's care team, or changes the part of someone who is in it. There is one primary: an earlier one stays as co-therapist. */
export async function assignCareTeam(tx: ActorTx, input: z.infer<typeof assignCareTeamInput>): Promise<Answer> {
  const { member } = await readStaffMember(tx, input.staffMemberId);
  await requireCouple(tx, input.coupleId);
  if (member.status !== 'active' || !member.roles.includes('therapist')) {
    throw new Refusal('The care team was not changed.', {
      staffMemberId: 'Only an active therapist can join a care team.',
    });
  }
  const team = await listCareTeams(tx, input.coupleId);
  const present = team.find((one) => one.staffMemberId === member.id);
  if (present?.part === 'primary' && input.part !== 'primary') {
    throw new Refusal('The care team was not changed.', {
      part: 'A couple needs a primary. Make someone else primary first.',
    });
  }
  if (input.part === 'primary') {
    const earlier = team.filter((one) => one.part === 'primary' && one.staffMemberId !== member.id);
    for (const one of earlier) await changeCareTeamMember(tx, one.id, { part: 'coTherapist' });
  }
  if (present) await changeCareTeamMember(tx, present.id, { part: input.part });
  else {
    const { coupleId, staffMemberId, part } = input;
    await insertCareTeamMember(tx, { coupleId, staffMemberId, part, fromOn: dayOf(tx.actor.now) });
  }
  await writeAudit(tx, { act: 'changed', recordKind: 'careTeam', recordId: member.id, coupleId: input.coupleId });
  return { message: `${member.name} is in this care team.` };
}

/** Ends someone's part at once: the last day was yesterday, so that the next page they open is refused. */
export async function endCareTeam(tx: ActorTx, input: z.infer<typeof endCareTeamInput>): Promise<Answer> {
  requireAdmin(tx);
  await requireCouple(tx, input.coupleId);
  const present = (await listCareTeams(tx, input.coupleId)).find((one) => one.id === input.careTeamMemberId);
  if (!present) throw new NotFound();
  if (present.part === 'primary') {
    throw new Refusal('A couple needs a primary, so nothing was changed. Make someone else primary first.');
  }
  await changeCareTeamMember(tx, present.id, { toOn: dayOf(new Date(tx.actor.now.getTime() - DAY)) });
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'careTeam',
    recordId: present.staffMemberId,
    coupleId: input.coupleId,
  });
  return { message: `${present.name} no longer sees this couple.` };
}

async function requireCouple(tx: ActorTx, coupleId: string): Promise<void> {
  if (!(await listCouples(tx)).some((couple) => couple.id === coupleId)) throw new NotFound();
}
