/** Who supervises whom, as a practice admin sets it. It reaches no note from before its first day, and an end takes the sight away. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import {
  endSupervisionOn,
  insertSupervision,
  listSupervisions,
  type SupervisionRow,
} from '@/db/queries/supervision/supervisions';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { changeAsAdmin, readStaffMember } from '@/lib/people/admin';
import { hasEnded, lastDayIfEndedNow } from '@/lib/people/standing';
import type { EndSupervisionInput, SetSupervisionInput } from './schema';

const refused = (fields: Record<string, string>) =>
  new Refusal('Nothing was changed. Everything you chose is still here.', fields);

export async function setSupervision(tx: ActorTx, input: SetSupervisionInput): Promise<Answer> {
  await changeAsAdmin(tx);
  const { today, practiceId } = tx.actor;
  const { superviseeId, supervisorId, maySee, mustApprove, mustCoSign } = input;
  const { member } = await readStaffMember(tx, superviseeId);
  const { member: supervisor } = await readStaffMember(tx, supervisorId);
  if (!member.roles.includes('therapist')) throw new NotFound();
  if (member.id === supervisor.id)
    throw refused({ supervisorId: 'Nobody supervises themselves. Choose someone else.' });
  if (supervisor.status !== 'active' || !supervisor.roles.includes('supervisor'))
    throw refused({ supervisorId: 'Only an active supervisor can have this part.' });
  if (!maySee)
    throw refused({ maySee: 'A supervisor who approves or co-signs must see the notes, so this one is needed.' });
  const fromOn = input.fromOn ?? today;
  const toOn = input.toOn ?? null;
  if (fromOn < today) throw refused({ fromOn: 'Choose today or a later day: notes of earlier sessions stay closed.' });
  if (toOn !== null && toOn < fromOn) throw refused({ toOn: 'The last day is before the first one.' });
  const meets = (one: SupervisionRow) =>
    one.superviseeId === superviseeId &&
    one.supervisorId === supervisorId &&
    !hasEnded(tx.actor, one) &&
    (one.toOn === null || one.toOn >= fromOn) &&
    (toOn === null || one.fromOn <= toOn);
  if ((await listSupervisions(tx, superviseeId)).some(meets))
    throw refused({ supervisorId: `${supervisor.name} supervises in these days already. End that one first.` });
  await insertSupervision(tx, {
    practiceId,
    superviseeId,
    supervisorId,
    fromOn,
    toOn,
    maySee,
    mustApprove,
    mustCoSign,
  });
  await writeAudit(tx, { act: 'changed', recordKind: 'supervision', recordId: superviseeId });
  return { message: `${supervisor.name} supervises ${member.name}.` };
}

/** Ends it after the day that was named, or at once. What waits for approval goes on waiting: for the next supervisor. */
export async function endSupervision(tx: ActorTx, input: EndSupervisionInput): Promise<Answer> {
  await changeAsAdmin(tx);
  const present = (await listSupervisions(tx, input.superviseeId)).find(
    (one) => one.id === input.supervisionId && one.superviseeId === input.superviseeId,
  );
  if (!present || hasEnded(tx.actor, present)) throw new NotFound();
  const toOn = input.lastDay ?? null;
  if (toOn !== null && (toOn < tx.actor.today || toOn < present.fromOn))
    throw refused({ lastDay: 'Choose today or a later day within it, or leave it empty to end it now.' });
  await endSupervisionOn(tx, present.id, present.superviseeId, toOn ?? lastDayIfEndedNow(tx.actor));
  await writeAudit(tx, { act: 'changed', recordKind: 'supervision', recordId: present.superviseeId });
  return {
    message: toOn
      ? `${present.supervisor} sees the notes of ${present.supervisee} until that day.`
      : `${present.supervisor} no longer sees the notes of ${present.supervisee}.`,
  };
}
