/** The sessions of a couple: what is coming, then each record by itself, the newest first, with their notes. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteListing } from '@/db/queries/audit';
import { listNotesOf } from '@/db/queries/session-notes';
import { listNotesBegun } from '@/db/queries/supervision/signatures';
import {
  findSession,
  listAttendances,
  listBehind,
  listComing,
  listNewestOfEach,
  type SessionCursor,
  type SessionList,
  type SessionRow,
} from '@/db/queries/sessions';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { type NoteStatus, statusOf } from '@/lib/format/notes/note-status';
import { calendarDaysBetween } from './local-time';

const FIRST_OF_EACH = 8;
const A_PAGE = 20;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export type SessionNoteState = {
  id: string;
  state: 'draft' | 'signed';
  isMine: boolean;
  author: string;
  signedAt: Date | null;
  status: NoteStatus;
  /** Whole days a draft has waited since its session. */
  ageInDays: number;
};

export type SessionLine = SessionRow & {
  attendances: { partnerId: string; attendance: 'attended' | 'late' | 'absent' }[];
  notes: SessionNoteState[];
  /** Who of the care team is writing its note. */
  writtenBy: string | null;
  /** Today or earlier, not cancelled, and without a note that stands or is being written. */
  canStartNote: boolean;
};

export type RecordOfSessions = {
  /** "joint" or the partner's id. */
  with: string;
  /** With one partner: who. */
  partner: Couple['partners'][number] | null;
  lines: SessionLine[];
  /** Where older ones go on; none when these are all. */
  older: string | null;
};

export type SessionsOfCouple = {
  couple: Couple;
  coming: SessionLine[];
  records: RecordOfSessions[];
  isOnePage: boolean;
};

/** Seven statements. `search` may name one record (`list`) and where to go on (`before`). */
export async function readSessions(
  tx: ActorTx,
  coupleId: string | undefined,
  search: { list?: unknown; before?: unknown } = {},
): Promise<SessionsOfCouple> {
  const couple = await readCouple(tx, coupleId);
  const named = listNamed(couple, search.list);
  const coming = named ? [] : await listComing(tx, couple.id, 20);
  const behind = named
    ? await listBehind(tx, couple.id, named, cursorIn(search.before), A_PAGE + 1)
    : await listNewestOfEach(tx, couple.id, FIRST_OF_EACH + 1);
  const lines = await withNotes(tx, [...coming, ...behind]);
  await noteListing(tx, 'session', couple.id);

  const recordOf = (list: SessionList): RecordOfSessions => {
    const limit = named ? A_PAGE : FIRST_OF_EACH;
    const own = lines
      .slice(coming.length)
      .filter((line) => line.kind === list.kind && line.partnerId === list.partnerId);
    const shown = own.slice(0, limit);
    const last = shown.at(-1);
    const key = list.partnerId ?? 'joint';
    return {
      with: key,
      partner: couple.partners.find(({ id }) => id === list.partnerId) ?? null,
      lines: shown,
      older: own.length > limit && last ? `?list=${key}&before=${last.startsAt.getTime()}.${last.id}` : null,
    };
  };
  const lists: SessionList[] = named
    ? [named]
    : [
        { kind: 'joint', partnerId: null },
        ...couple.partners.map(({ id }) => ({ kind: 'individual' as const, partnerId: id })),
      ];
  return {
    couple,
    coming: lines.slice(0, coming.length),
    records: lists.map(recordOf).filter((record) => named || record.lines.length > 0),
    isOnePage: Boolean(named),
  };
}

export type OneSession = { couple: Couple; session: SessionLine & { therapist: string } };

export async function readSession(
  tx: ActorTx,
  coupleId: string | undefined,
  sessionId: string | undefined,
): Promise<OneSession> {
  const couple = await readCouple(tx, coupleId);
  const found = sessionId && UUID.test(sessionId) ? await findSession(tx, sessionId) : null;
  if (!found || found.coupleId !== couple.id) throw new NotFound();
  const [line] = await withNotes(tx, [found]);
  return { couple, session: { ...line!, therapist: found.therapist } };
}

async function withNotes(tx: ActorTx, rows: SessionRow[]): Promise<SessionLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const notes = await listNotesOf(tx, ids);
  const writing = await listNotesBegun(tx, ids);
  const attendances = await listAttendances(tx, ids);
  const { now, timeZone, staffMemberId } = tx.actor;
  return rows.map((row) => {
    const own = notes.filter((note) => note.sessionId === row.id);
    const begun = writing.find(({ sessionId }) => sessionId === row.id);
    return {
      ...row,
      attendances: attendances.filter(({ sessionId }) => sessionId === row.id),
      notes: own.map((note) => ({
        id: note.id,
        state: note.signedAt ? ('signed' as const) : ('draft' as const),
        isMine: note.authorId === staffMemberId,
        author: note.author,
        signedAt: note.signedAt,
        status: statusOf(note.standing),
        ageInDays: Math.max(0, calendarDaysBetween(row.startsAt, now, timeZone)),
      })),
      writtenBy: begun?.author ?? null,
      canStartNote:
        !row.cancelledAt &&
        calendarDaysBetween(row.startsAt, now, timeZone) >= 0 &&
        !begun &&
        own.every(({ standing }) => standing.isInError),
    };
  });
}

function listNamed(couple: Couple, asked: unknown): SessionList | null {
  if (asked === 'joint') return { kind: 'joint', partnerId: null };
  const partner = couple.partners.find(({ id }) => id === asked);
  return partner ? { kind: 'individual', partnerId: partner.id } : null;
}

/** A cursor that was cut or made up is no cursor: the list begins at its newest. */
function cursorIn(asked: unknown): SessionCursor | null {
  const [time, id] = typeof asked === 'string' ? asked.split('.') : [];
  return time && id && /^-?\d{1,14}$/.test(time) && UUID.test(id) ? { startsAt: new Date(Number(time)), id } : null;
}
