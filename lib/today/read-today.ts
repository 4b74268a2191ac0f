/** A therapist's day: what needs a look, who comes, which notes wait, what is still to do before work can begin. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { noteListing } from '@/db/queries/audit';
import { countMyCouples } from '@/db/queries/lists/caseload';
import {
  listPartnersWaiting,
  listSessionsToday,
  type PartnerWaiting,
  type SessionToday,
} from '@/db/queries/lists/today';
import { NotFound } from '@/lib/errors';
import { type FlagLine, listFlags } from '@/lib/flags/list-flags';
import { initials } from '@/lib/format/names';
import { invitationState } from '@/lib/invitations/invitation-state';
import { listUnsigned, type UnsignedLine } from '@/lib/session-notes/list-unsigned';

export type { FlagLine, SessionToday, UnsignedLine };

type AboutPartner = { coupleId: string; coupleLabel: string; partnerId: string; initials: string };

export type Paused = AboutPartner & { at: Date };
export type ToDo = AboutPartner &
  ({ kind: 'meetAlone' } | { kind: 'invite'; had: 'none' | 'runOut' } | { kind: 'waiting'; since: Date; until: Date });

export type Today = {
  flags: FlagLine[];
  /** Standing pauses that no line of `flags` speaks of. */
  paused: Paused[];
  sessions: SessionToday[];
  unsigned: UnsignedLine[];
  toDos: ToDo[];
  /** Whether there is any couple at all. */
  isEmpty: boolean;
};

/** Five statements, and a sixth when there is nothing to show. */
export async function readToday(tx: ActorTx): Promise<Today> {
  if (!can(tx.actor, 'flags', 'read')) throw new NotFound();
  const flags = await listFlags(tx, null);
  const waiting = await listPartnersWaiting(tx);
  const sessions = await listSessionsToday(tx);
  const unsigned = await listUnsigned(tx);
  await noteListing(tx, 'today');

  const flagged = new Set(
    flags.filter((line) => line.raised.some(({ source }) => source === 'pause')).map((line) => line.partner.id),
  );
  const paused = waiting.flatMap((row): Paused[] =>
    row.pausedAt && !flagged.has(row.partnerId) ? [{ ...about(row), at: new Date(row.pausedAt) }] : [],
  );
  const toDos = waiting.flatMap((row) => toDoOf(row, tx.actor.now));
  const isNothing = [flags, paused, sessions, unsigned, toDos].every((list) => list.length === 0);
  return { flags, paused, sessions, unsigned, toDos, isEmpty: isNothing && (await countMyCouples(tx)) === 0 };
}

const about = ({ coupleId, coupleLabel, partnerId, name }: PartnerWaiting): AboutPartner => ({
  coupleId,
  coupleLabel,
  partnerId,
  initials: initials(name),
});

function toDoOf(row: PartnerWaiting, now: Date): ToDo[] {
  if (!row.isMet) return [{ ...about(row), kind: 'meetAlone' }];
  if (row.status !== 'invited') return [];
  if (!row.invitation) return [{ ...about(row), kind: 'invite', had: 'none' }];
  const { createdAt, expiresAt, redeemedAt, revokedAt, codeTries } = row.invitation;
  const until = new Date(expiresAt);
  const state = invitationState(
    { expiresAt: until, codeTries, redeemedAt: instant(redeemedAt), revokedAt: instant(revokedAt) },
    now,
  );
  if (state === 'open') return [{ ...about(row), kind: 'waiting', since: new Date(createdAt), until }];
  return [{ ...about(row), kind: 'invite', had: 'runOut' }];
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
