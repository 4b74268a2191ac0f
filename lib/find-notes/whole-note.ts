/** A note with its text opened and everything that stands under it, as it is printed and released. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { WholeNoteRow } from '@/db/queries/finding/whole-notes';
import type { Couple, CouplePartner } from '@/lib/couples/read-couple';
import { signatureOf } from '@/lib/format/names';
import { inFormat } from '@/lib/format/notes/note-fields';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';
import { type NoteStatus, statusOf } from '@/lib/format/notes/note-status';
import type { Who } from '@/lib/format/notes/note-words';
import type { Keyring } from '@/lib/sealed/keyring';
import { formatIn, noteRef, readNoteText } from '@/lib/session-notes/note-text';
import { isAsSigned } from '@/lib/session-notes/signed-hash';
import { whoOf } from '@/lib/session-notes/who';
import { openSigning, type SigningRead } from '@/lib/signing/read-signing';

export type WholeNote = {
  id: string;
  /** Whose record it is in; null for the joint one. */
  partner: CouplePartner | null;
  format: NoteFormat;
  formatVersion: number;
  sections: NoteSections;
  who: Who[];
  session: { startsAt: Date; minutes: number; place: string };
  author: string;
  present: { partner: CouplePartner; attendance: 'attended' | 'late' | 'absent' | null }[];
  status: NoteStatus;
  /** Null for a draft. `isIntact`: the text still matches what was signed. */
  signature: { signedAt: Date; signedAs: string; zone: string; hash: string; isIntact: boolean } | null;
  signing: SigningRead;
};

/** No statement, but one where a note names staff who have left the care team. */
export async function openWholeNotes(
  tx: ActorTx,
  couple: Couple,
  keyring: Keyring,
  rows: readonly WholeNoteRow[],
): Promise<WholeNote[]> {
  const opened = rows.map((row) => {
    const text = keyring.open(noteRef(row.note), row.note.sections);
    return { row, text, sections: inFormat(formatIn(row.note), readNoteText(text).sections) };
  });
  const everyone = await whoOf(
    tx,
    couple,
    null,
    opened.map(({ sections }) => sections),
  );
  return opened.map(({ row, text, sections }) => {
    const { note, session, author, attendances, standing, under } = row;
    const isOwn = ({ id }: { id: string }) => !note.partnerId || id === note.partnerId;
    return {
      id: note.id,
      partner: couple.partners.find(({ id }) => id === note.partnerId) ?? null,
      format: note.format,
      formatVersion: note.formatVersion,
      sections,
      who: everyone.filter((one) => !one.isPartner || isOwn(one)),
      session,
      author: signatureOf(author),
      present: couple.partners.filter(isOwn).map((partner) => ({
        partner,
        attendance: attendances.find(({ partnerId }) => partnerId === partner.id)?.attendance ?? null,
      })),
      status: statusOf(standing),
      signature: note.signedAt
        ? {
            signedAt: note.signedAt,
            signedAs: note.signedAs!,
            zone: note.signedZone ?? tx.actor.timeZone,
            hash: note.signedHash!.toString('hex'),
            isIntact: isAsSigned(note, text),
          }
        : null,
      signing: openSigning(keyring, note, under),
    };
  });
}
