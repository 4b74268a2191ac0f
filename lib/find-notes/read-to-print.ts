/** Notes for paper: one, or those of one record in a range of days. Each print is in the audit. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { listWholeNotes } from '@/db/queries/finding/whole-notes';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { isDay } from '@/lib/format/dates';
import { recordId } from '@/lib/record-id';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { recordNamed } from './read-notes';
import { openWholeNotes, type WholeNote } from './whole-note';

/** What one print holds at most. */
export const MOST_PRINTED = 200;

export type NoteToPrint = { couple: Couple; note: WholeNote };

export async function readNoteToPrint(tx: ActorTx, ids: { coupleId?: string; noteId?: string }): Promise<NoteToPrint> {
  const couple = await readCouple(tx, ids.coupleId);
  const [row] = await listWholeNotes(tx, { coupleId: couple.id, noteId: recordId(ids.noteId) }, 1);
  if (!row) throw new NotFound();
  const [note] = (await openWholeNotes(tx, couple, await keyringFor(tx, [couple.id]), [row])) as [WholeNote];
  await writeAudit(tx, {
    act: 'printed',
    recordKind: 'sessionNote',
    recordId: note.id,
    coupleId: couple.id,
    concernsPartnerId: note.partner?.id ?? null,
  });
  return { couple, note };
}

export type NotesToPrint = {
  couple: Couple;
  of: string;
  partner: Couple['partners'][number] | null;
  fromOn: string | null;
  toOn: string | null;
  notes: WholeNote[];
  /** There are more in this range than one print holds; these are the newest. */
  isCut: boolean;
};

/** Signed notes alone: a draft is in nobody's record yet. */
export async function readNotesToPrint(
  tx: ActorTx,
  coupleId: string | undefined,
  asked: { of?: unknown; from?: unknown; to?: unknown },
): Promise<NotesToPrint> {
  const couple = await readCouple(tx, coupleId);
  const partner = recordNamed(couple, asked.of);
  const range = { fromOn: dayIn(asked.from), toOn: dayIn(asked.to) };
  const rows = await listWholeNotes(
    tx,
    { coupleId: couple.id, partnerId: partner?.id ?? null, ...range },
    MOST_PRINTED + 1,
  );
  const keyring = await keyringFor(tx, [couple.id]);
  const shown = rows.slice(-MOST_PRINTED);
  const notes = await openWholeNotes(tx, couple, keyring, shown);
  await writeAudit(
    tx,
    ...notes.map(({ id }) => ({
      act: 'printed' as const,
      recordKind: 'sessionNote',
      recordId: id,
      coupleId: couple.id,
      concernsPartnerId: partner?.id ?? null,
    })),
  );
  return { couple, of: partner?.id ?? 'joint', partner, ...range, notes, isCut: rows.length > shown.length };
}

/** Nothing typed is no end; what is no day of the calendar leads nowhere. */
function dayIn(typed: unknown): string | null {
  if (typed === undefined || typed === '') return null;
  if (!isDay(typed)) throw new NotFound();
  return typed;
}
