/** A primary therapist hands one couple to another therapist of the practice, from a day on. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import {
  type CareTeamRow,
  changeCareTeamMember,
  insertCareTeamMember,
  listCareTeam,
} from '@/db/queries/accounts/care-teams';
import { listStaff } from '@/db/queries/accounts/people';
import { countOwnDrafts, moveSessionsFrom } from '@/db/queries/accounts/transfers';
import { writeAudit } from '@/db/queries/audit';
import { lockPlan } from '@/db/queries/plan/plan';
import type { Answer } from '@/lib/action';
import { readCouple } from '@/lib/couples/read-couple';
import { NotFound, Refusal } from '@/lib/errors';
import { dayAfter, dayBefore, weekdayAndDay } from '@/lib/format/dates';
import { hasEnded, isAhead, lastDayIfEndedNow } from '@/lib/people/standing';
import { MOST_DAYS_TO_TRANSFER, type TakeBackTransferInput, type TransferInput } from './schema';

const KEPT = 'Nothing was changed. What you chose is still here.';

/** The couple, who may take it, and the transfer that is planned already. Not found unless the asker is its primary today. */
export async function readTransfer(tx: ActorTx, coupleId: string | undefined) {
  const couple = await readCouple(tx, coupleId);
  const { own, next, team } = await readPrimaries(tx, couple.id);
  const therapists = await listTherapists(tx);
  const { today } = tx.actor;
  return {
    couple,
    first: dayAfter(today),
    last: dayAfter(today, MOST_DAYS_TO_TRANSFER),
    therapists: therapists.map(({ id, name }) => ({ value: id, label: name })),
    /** Who sees the record beside the two, before and after. */
    others: team.filter(({ staffMemberId }) => staffMemberId !== own.staffMemberId).map(({ name }) => name),
    drafts: await countOwnDrafts(tx, couple.id),
    planned: next
      ? { to: next.name, on: weekdayAndDay(next.fromOn, today), until: weekdayAndDay(dayBefore(next.fromOn), today) }
      : null,
    takeBackKey: randomUUID(),
  };
}

/** One sees the couple until the evening before that day; the other from that day on, as primary. Appointments go along. */
export async function transfer(tx: ActorTx, { coupleId, to, fromOn }: TransferInput): Promise<Answer> {
  if (!(await lockPlan(tx, coupleId))) throw new NotFound();
  const { own, next, all } = await readPrimaries(tx, coupleId);
  if (next) throw new Refusal(`A transfer to ${next.name} is planned already. Take it back first. ${KEPT}`);
  const { today } = tx.actor;
  const last = dayAfter(today, MOST_DAYS_TO_TRANSFER);
  if (fromOn <= today || fromOn > last)
    throw new Refusal(KEPT, {
      fromOn: `Choose a day from ${weekdayAndDay(dayAfter(today), today)} to ${weekdayAndDay(last, today)}.`,
    });
  if (!(await listTherapists(tx)).some(({ id }) => id === to))
    throw new Refusal(KEPT, { to: 'Choose an active therapist of this practice.' });
  // A co-therapist or cover becomes the primary: that part ends as the new one begins.
  for (const part of all.filter(({ staffMemberId, toOn }) => staffMemberId === to && (toOn === null || toOn >= fromOn)))
    await changeCareTeamMember(tx, part.id, { toOn: part.fromOn >= fromOn ? neverOf(part) : dayBefore(fromOn) });
  await changeCareTeamMember(tx, own.id, { toOn: dayBefore(fromOn) });
  await insertCareTeamMember(tx, { coupleId, staffMemberId: to, part: 'primary', fromOn });
  await moveSessionsFrom(tx, { coupleId, fromOn, from: own.staffMemberId, to });
  await writeAudit(tx, { act: 'changed', recordKind: 'careTeam', recordId: to, coupleId });
  return { redirectTo: `/couples/${coupleId}/end/transfer` };
}

/** Until the day comes, it never was. */
export async function takeBackTransfer(tx: ActorTx, { coupleId }: TakeBackTransferInput): Promise<Answer> {
  if (!(await lockPlan(tx, coupleId))) throw new NotFound();
  const { own, next, all } = await readPrimaries(tx, coupleId);
  if (!next) throw new Refusal('No transfer is planned, so nothing was changed. Reload this page.');
  await changeCareTeamMember(tx, next.id, { toOn: lastDayIfEndedNow(tx.actor) });
  await changeCareTeamMember(tx, own.id, { toOn: null });
  // Who was to go from co-therapist to primary stays what they are.
  const before = all.find(
    ({ staffMemberId, part, toOn }) =>
      staffMemberId === next.staffMemberId && part === 'coTherapist' && toOn === dayBefore(next.fromOn),
  );
  if (before) await changeCareTeamMember(tx, before.id, { toOn: null });
  await moveSessionsFrom(tx, { coupleId, fromOn: next.fromOn, from: next.staffMemberId, to: own.staffMemberId });
  await writeAudit(tx, { act: 'changed', recordKind: 'careTeam', recordId: next.staffMemberId, coupleId });
  return { redirectTo: `/couples/${coupleId}/end/transfer` };
}

/** The asker's own part as primary, and the primary who is to follow. */
async function readPrimaries(tx: ActorTx, coupleId: string) {
  const all = await listCareTeam(tx, coupleId);
  const team = all.filter((one) => !hasEnded(tx.actor, one) && !isAhead(tx.actor, one));
  const own = team.find(({ part, staffMemberId }) => part === 'primary' && staffMemberId === tx.actor.staffMemberId);
  if (!own) throw new NotFound();
  const next = all.find((one) => one.part === 'primary' && one.toOn === null && isAhead(tx.actor, one)) ?? null;
  return { own, next, team, all };
}

const listTherapists = async (tx: ActorTx) =>
  (await listStaff(tx)).filter(
    ({ id, status, roles }) => id !== tx.actor.staffMemberId && status === 'active' && roles.includes('therapist'),
  );

/** The last day of a part that gives way before it began. */
const neverOf = ({ fromOn }: CareTeamRow): string => dayBefore(dayBefore(fromOn));
