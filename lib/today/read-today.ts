/** A therapist's day: what needs a look, who comes, which notes wait, what is still to do before work can begin. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { type Arrived, lookAgain } from '@/db/queries/follow-up/today-visits';
import {
  listPartnersWaiting,
  listSessionsToday,
  type PartnerWaiting,
  type SessionToday,
} from '@/db/queries/lists/today';
import { NotFound } from '@/lib/errors';
import { type FlagLine, listFlags, tellsOfPause } from '@/lib/flags/list-flags';
import { initials } from '@/lib/format/names';
import { invitationState } from '@/lib/invitations/invitation-state';
import { listUnsigned, type UnsignedLine } from '@/lib/session-notes/list-unsigned';
import { listToDos, type ToDo } from '@/lib/to-dos/list-to-dos';

export type { Arrived, FlagLine, SessionToday, ToDo, UnsignedLine };

type AboutPartner = { coupleId: string; coupleLabel: string; partnerId: string; initials: string };

export type Paused = AboutPartner & { at: Date };
export type Asked = AboutPartner & { kind: 'contact' | 'data' | 'openings'; at: Date };
export type BeforeWork = AboutPartner &
  ({ kind: 'meetAlone' } | { kind: 'invite'; had: 'none' | 'runOut' } | { kind: 'waiting'; since: Date; until: Date });

export type Today = {
  /** Each with the key of the form that says what came of a request to be contacted. */
  flags: (FlagLine & { formKey: string })[];
  /** Couples whose shared work the practice closed, until someone of the care team has looked. */
  closed: { coupleId: string; coupleLabel: string; at: Date }[];
  /** What partners ask the care team for in their settings. */
  asked: Asked[];
  /** Standing pauses that no line of `flags` speaks of. */
  paused: Paused[];
  sessions: SessionToday[];
  unsigned: UnsignedLine[];
  /** One's own, what is due first, then what was done today. */
  toDos: ToDo[];
  /** What still stands between a partner and the work. */
  beforeWork: BeforeWork[];
  /** From when on `arrived` counts. */
  since: Date;
  /** Couples from whom something came since then. */
  arrived: Arrived[];
  /** Couples for whom a to-do may be added. */
  couples: { id: string; label: string }[];
  /** Key of the form that adds a to-do. */
  formKey: string;
};

/** Eight statements, seven without a to-do. */
export async function readToday(tx: ActorTx): Promise<Today> {
  if (!can(tx.actor, 'flags', 'read')) throw new NotFound();
  const flags = await listFlags(tx, null);
  const waiting = await listPartnersWaiting(tx);
  const sessions = await listSessionsToday(tx);
  const unsigned = await listUnsigned(tx);
  const toDos = await listToDos(tx, null);
  const { since, couples } = await lookAgain(tx);

  const flagged = new Set(flags.filter((line) => tellsOfPause(line.raised)).map((line) => line.partner.id));
  const paused = waiting.flatMap((row): Paused[] =>
    row.pausedAt && !row.hasEnded && !flagged.has(row.partnerId) ? [{ ...about(row), at: new Date(row.pausedAt) }] : [],
  );
  return {
    flags: flags.map((line) => ({ ...line, formKey: randomUUID() })),
    paused,
    closed: couples.flatMap(({ coupleId, coupleLabel, closedAt }) =>
      closedAt ? [{ coupleId, coupleLabel, at: new Date(closedAt) }] : [],
    ),
    asked: waiting.flatMap((row) =>
      (row.requests ?? []).map(({ kind, askedAt }): Asked => ({ ...about(row), kind, at: new Date(askedAt) })),
    ),
    sessions,
    unsigned,
    toDos,
    beforeWork: waiting.flatMap((row) => beforeWorkOf(row, tx.actor.now)),
    since,
    arrived: couples.filter(({ checkIns, consents, reflections }) => checkIns + consents + reflections > 0),
    couples: couples.map(({ coupleId, coupleLabel }) => ({ id: coupleId, label: coupleLabel })),
    formKey: randomUUID(),
  };
}

const about = ({ coupleId, coupleLabel, partnerId, name }: PartnerWaiting): AboutPartner => ({
  coupleId,
  coupleLabel,
  partnerId,
  initials: initials(name),
});

function beforeWorkOf(row: PartnerWaiting, now: Date): BeforeWork[] {
  if (row.hasEnded) return [];
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
