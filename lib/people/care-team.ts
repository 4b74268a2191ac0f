import 'server-only';
import type { z } from 'zod';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import {
  type CareTeamRow,
  changeCareTeamMember,
  findCoupleLabel,
  insertCareTeamMember,
  listCareTeam,
} from '@/db/queries/accounts/care-teams';
import type { StaffRow } from '@/db/queries/accounts/people';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { dayBefore } from '@/lib/format/dates';
import { changeAsAdmin, readStaffMember } from './admin';
import type { assignCareTeamInput, endCareTeamInput } from './schema';
import { hasEnded, isAhead, lastDayIfEndedNow } from './standing';

const UNCHANGED = 'The care team was not changed. Everything you chose is still here.';
const refused = (fields: Record<string, string>) => new Refusal(UNCHANGED, fields);

/**
 * Puts someone into a couple's care team from a day on, or changes the part of someone who is in it. There is one primary at every
 * moment: a new one takes over today, and the earlier one stays as co-therapist.
 */
export async function assignCareTeam(tx: ActorTx, input: z.infer<typeof assignCareTeamInput>): Promise<Answer> {
  await changeAsAdmin(tx);
  const { coupleId, part } = input;
  const { member } = await readStaffMember(tx, input.staffMemberId);
  await requireCouple(tx, coupleId);
  checkPerson(member, part);
  const { today } = tx.actor;
  const fromOn = input.fromOn ?? today;
  const toOn = input.toOn ?? null;
  checkDays(part, { fromOn, toOn, today });

  const team = (await listCareTeam(tx, coupleId)).filter((one) => !hasEnded(tx.actor, one));
  const next = team.find((one) => one.part === 'primary' && isAhead(tx.actor, one));
  if (part === 'primary' && next)
    throw refused({ part: `${next.name} is to be primary from a later day. End that part first.` });
  const met = team.filter(
    (one) => one.staffMemberId === member.id && (toOn === null || one.fromOn <= toOn) && reaches(one, fromOn),
  );
  const [present, ...more] = met;
  if (present?.part === 'primary') {
    if (part === 'primary') return { message: `${member.name} is the primary therapist already.` };
    throw refused({
      part: 'A couple needs a primary. Make someone else primary first; this person then stays as co-therapist.',
    });
  }
  if (more.length > 0) {
    throw refused({ fromOn: `${member.name} has several parts in these days. End one of them first.` });
  }
  if (part === 'primary') await stepDown(tx, coupleId, team);
  await put(tx, present, { coupleId, staffMemberId: member.id, part, fromOn, toOn });
  await writeAudit(tx, { act: 'changed', recordKind: 'careTeam', recordId: member.id, coupleId });
  return { message: `${member.name} is in this care team.` };
}

const reaches = (one: CareTeamRow, day: string): boolean => one.toOn === null || one.toOn >= day;

function checkPerson(member: StaffRow, part: CareTeamRow['part']): void {
  const needed = part === 'supervisor' ? 'supervisor' : 'therapist';
  if (member.status === 'active' && member.roles.includes(needed)) return;
  throw refused({ staffMemberId: `Only an active ${needed} can have this part.` });
}

function checkDays(
  part: CareTeamRow['part'],
  { fromOn, toOn, today }: { fromOn: string; toOn: string | null; today: string },
) {
  if (fromOn < today) throw refused({ fromOn: 'Choose today or a later day.' });
  if (part === 'primary') {
    if (fromOn > today)
      throw refused({ fromOn: 'A primary takes over today. On a later day, come back then, or add a cover.' });
    if (toOn !== null) throw refused({ toOn: 'A primary has no last day: leave it empty, or choose cover.' });
  }
  if (part === 'cover' && toOn === null) throw refused({ toOn: 'A cover ends by itself: choose the last day.' });
  if (toOn !== null && toOn < fromOn) throw refused({ toOn: 'The last day is before the first one.' });
}

/** The earlier primary stays as co-therapist. What began today is changed in place: it has no yesterday to keep. */
async function stepDown(tx: ActorTx, coupleId: string, team: readonly CareTeamRow[]): Promise<void> {
  const earlier = team.find((one) => one.part === 'primary');
  if (!earlier) return;
  const fromOn = tx.actor.today;
  await put(tx, earlier, { coupleId, staffMemberId: earlier.staffMemberId, part: 'coTherapist', fromOn, toOn: null });
}

type Part = Parameters<typeof insertCareTeamMember>[1] & { toOn: string | null };

/** A part that began before keeps its days in the history; one that did not gives way. */
async function put(tx: ActorTx, present: CareTeamRow | undefined, next: Part): Promise<void> {
  const { part, fromOn, toOn } = next;
  if (present && present.fromOn >= fromOn) return changeCareTeamMember(tx, present.id, { part, fromOn, toOn });
  if (present) await changeCareTeamMember(tx, present.id, { toOn: dayBefore(fromOn) });
  await insertCareTeamMember(tx, next);
}

/** Ends someone's part: after the day that was named, or at once, so that the next page they open is refused. */
export async function endCareTeam(tx: ActorTx, input: z.infer<typeof endCareTeamInput>): Promise<Answer> {
  await changeAsAdmin(tx);
  await requireCouple(tx, input.coupleId);
  const team = await listCareTeam(tx, input.coupleId);
  const present = team.find((one) => one.id === input.careTeamMemberId);
  if (!present || hasEnded(tx.actor, present)) throw new NotFound();
  if (present.part === 'primary' && isAhead(tx.actor, present))
    return takeBackPrimary(tx, input.coupleId, present, team);
  if (present.part === 'primary') {
    throw new Refusal('A couple needs a primary, so nothing was changed. Make someone else primary first.');
  }
  const toOn = input.lastDay ?? null;
  if (toOn !== null && toOn < tx.actor.today)
    throw refused({ lastDay: 'Choose today or a later day, or leave it empty.' });
  if (toOn !== null && toOn < present.fromOn) {
    throw refused({ lastDay: 'This is before the first day. Leave it empty to take the part back altogether.' });
  }
  await changeCareTeamMember(tx, present.id, { toOn: toOn ?? lastDayIfEndedNow(tx.actor) });
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'careTeam',
    recordId: present.staffMemberId,
    coupleId: input.coupleId,
  });
  return {
    message: toOn ? `${present.name} sees this couple until that day.` : `${present.name} no longer sees this couple.`,
  };
}

/** A transfer that was planned: until its day the present primary simply stays. */
async function takeBackPrimary(
  tx: ActorTx,
  coupleId: string,
  next: CareTeamRow,
  team: readonly CareTeamRow[],
): Promise<Answer> {
  const { actor } = tx;
  const own = team.find((one) => one.part === 'primary' && !hasEnded(actor, one) && !isAhead(actor, one));
  if (!own) throw new Refusal('A couple needs a primary, so nothing was changed. Make someone else primary first.');
  await changeCareTeamMember(tx, next.id, { toOn: lastDayIfEndedNow(actor) });
  await changeCareTeamMember(tx, own.id, { toOn: null });
  await writeAudit(tx, { act: 'changed', recordKind: 'careTeam', recordId: next.staffMemberId, coupleId });
  return {
    message: `${own.name} stays the primary therapist. Appointments that were planned with ${next.name} stay so until someone changes them in Schedule.`,
  };
}

async function requireCouple(tx: ActorTx, coupleId: string): Promise<void> {
  if (!(await findCoupleLabel(tx, coupleId))) throw new NotFound();
}
