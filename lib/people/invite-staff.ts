import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findObstacle } from '@/db/queries/accounts/invitations';
import { insertStaff, listStaff } from '@/db/queries/accounts/people';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { deliver } from '@/lib/invitations/deliver';
import { issueInvitation, type IssuedInvitation } from '@/lib/invitations/issue-invitation';
import { changeAsAdmin } from './admin';
import type { inviteStaffInput } from './schema';

type InviteStaffInput = z.infer<typeof inviteStaffInput>;

export async function inviteStaff(tx: ActorTx, input: InviteStaffInput): Promise<Answer> {
  const { staffMemberId, issued } = await addStaff(tx, input);
  return { redirectTo: `/people/staff/${staffMemberId}`, after: () => deliver(issued) };
}

export async function addStaff(
  tx: ActorTx,
  input: InviteStaffInput,
): Promise<{ staffMemberId: string; issued: IssuedInvitation }> {
  await changeAsAdmin(tx);
  const known = (await listStaff(tx)).find((member) => member.email === input.email);
  if (known?.status === 'deactivated') {
    throw refused('Someone with this address worked here before. Reactivate that account instead.');
  }
  if (known) throw refused('Someone with this address works here already.');
  if ((await findObstacle(tx, input.email, 'staff')) !== null) {
    throw refused('This address belongs to a partner of this practice. Staff can’t be a partner in the same practice.');
  }
  const staffMemberId = randomUUID();
  await insertStaff(tx, { id: staffMemberId, ...input });
  await writeAudit(tx, { act: 'created', recordKind: 'staffMember', recordId: staffMemberId });
  const issued = await issueInvitation(tx, { kind: 'staff', staffMemberId, email: input.email });
  return { staffMemberId, issued };
}

const refused = (reason: string) =>
  new Refusal('Nobody was invited. Everything you typed is still here.', { email: reason });
