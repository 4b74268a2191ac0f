/** One's own notes that wait to be written or signed, with their age, the oldest first: for Today. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listUnsignedNotes, type UnsignedNote } from '@/db/queries/lists/unsigned-notes';
import { initials } from '@/lib/format/names';
import { calendarDaysBetween } from '@/lib/sessions/local-time';

export type UnsignedLine = UnsignedNote & {
  /** Whole calendar days since the session, in the practice's zone: 0 is today. */
  ageInDays: number;
  /** Where it is written: the draft, or the session it is begun from. */
  href: string;
  /** "A.E. alone" or the couple's label. */
  who: string;
};

/** One statement. */
export async function listUnsigned(tx: ActorTx): Promise<UnsignedLine[]> {
  const rows = await listUnsignedNotes(tx);
  return rows.map((row) => ({
    ...row,
    ageInDays: Math.max(0, calendarDaysBetween(row.startsAt, tx.actor.now, tx.actor.timeZone)),
    href: row.noteId
      ? `/couples/${row.coupleId}/notes/${row.noteId}`
      : `/couples/${row.coupleId}/sessions/${row.sessionId}`,
    who: row.partnerName ? `${initials(row.partnerName)} alone` : row.coupleLabel,
  }));
}
