/** Makes one appointment, or a weekly series at once: the same time on the wall, whatever the clocks do in between. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { writeAudit } from '@/db/queries/audit';
import { findCoupleToPlan } from '@/db/queries/lists/schedule';
import { insertSessions } from '@/db/queries/sessions';
import { NotFound, Refusal } from '@/lib/errors';
import { dayAfter } from '@/lib/format/dates';
import { startOf } from '@/lib/sessions/plan-session';
import { refuseWhenLinkIsTaken } from '@/lib/sessions/refuse-when-link-is-taken';
import { refuseWhenTaken } from '@/lib/sessions/refuse-when-taken';
import type { MakeAppointmentsInput } from './schema';

export async function makeAppointments(tx: ActorTx, input: MakeAppointmentsInput) {
  if (!can(tx.actor, 'sessions', 'create')) throw new NotFound();
  const couple = await findCoupleToPlan(tx, input.coupleId);
  if (!couple) throw new NotFound();
  const partnerId = input.with === 'joint' ? null : input.with;
  if (partnerId ? !couple.partners.some(({ id }) => id === partnerId) : couple.partners.length < 2)
    throw unfit('with', 'Choose who the appointment is with.');
  if (!couple.therapists.some(({ id }) => id === input.therapistId))
    throw unfit('therapistId', 'Choose a therapist of this couple’s care team.');

  const { practiceId, now, timeZone } = tx.actor;
  const starts = Array.from({ length: input.times }, (_, week) =>
    startOf({ on: dayAfter(input.on, 7 * week), at: input.at }, timeZone),
  );
  await refuseWhenTaken(tx, { therapistId: input.therapistId, starts, minutes: input.minutes });
  await refuseWhenLinkIsTaken(tx, input.videoLink);
  const seriesId = starts.length > 1 ? randomUUID() : null;
  const rows = starts.map((startsAt, week) => ({
    id: randomUUID(),
    practiceId,
    coupleId: couple.id,
    kind: partnerId ? ('individual' as const) : ('joint' as const),
    partnerId,
    therapistId: input.therapistId,
    startsAt,
    minutes: input.minutes,
    place: input.place,
    // A link leads to one session: the later ones get theirs one by one.
    videoLink: week === 0 ? (input.videoLink ?? '') : '',
    seriesId,
    createdAt: now,
  }));
  await insertSessions(tx, rows);
  await writeAudit(
    tx,
    ...rows.map(({ id }) => ({
      act: 'created' as const,
      recordKind: 'session',
      recordId: id,
      coupleId: couple.id,
      concernsPartnerId: partnerId,
    })),
  );
  return { redirectTo: `/schedule?on=${input.on}`, sessionIds: rows.map(({ id }) => id) };
}

const unfit = (field: string, sentence: string) =>
  new Refusal('Not saved yet: please look at the marked field. Everything you typed is still here.', {
    [field]: sentence,
  });
