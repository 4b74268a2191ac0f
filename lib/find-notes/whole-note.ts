/** A note with its text opened and everything that stands under it, as it is printed and released. */
import 'server-only';
import type { WholeNoteRow } from '@/db/queries/finding/whole-notes';
import type { Couple, CouplePartner } from '@/lib/couples/read-couple';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';
import type { Keyring } from '@/lib/sealed/keyring';
import { addendumRef, inFormat, noteRef, readNoteText } from '@/lib/session-notes/note-text';
import { isAsSigned } from '@/lib/session-notes/signed-hash';

export type WholeNote = {
  id: string;
  /** Whose record it is in; null for the joint one. */
  partner: CouplePartner | null;
  format: NoteFormat;
  sections: NoteSections;
  session: { startsAt: Date; minutes: number; place: string };
  author: string;
  present: { partner: CouplePartner; attendance: 'attended' | 'late' | 'absent' | null }[];
  /** Null for a draft. `isIntact`: the text still matches what was signed. */
  signature: { signedAt: Date; signedAs: string; hash: string; isIntact: boolean } | null;
  addenda: { id: string; signedAs: string; addedAt: Date; text: string }[];
};

export function openWholeNote(couple: Couple, keyring: Keyring, row: WholeNoteRow): WholeNote {
  const { note, session, author, addenda, attendances } = row;
  const text = readNoteText(keyring.open(noteRef(note), note.sections));
  return {
    id: note.id,
    partner: couple.partners.find(({ id }) => id === note.partnerId) ?? null,
    format: note.format,
    sections: inFormat(note.format, text.sections),
    session,
    author: [author.name, author.credential].filter(Boolean).join(', '),
    present: couple.partners
      .filter(({ id }) => !note.partnerId || id === note.partnerId)
      .map((partner) => ({
        partner,
        attendance: attendances.find(({ partnerId }) => partnerId === partner.id)?.attendance ?? null,
      })),
    signature: note.signedAt
      ? {
          signedAt: note.signedAt,
          signedAs: note.signedAs!,
          hash: note.signedHash!.toString('hex'),
          isIntact: isAsSigned(note, text),
        }
      : null,
    addenda: addenda.map(({ id, signedAs, addedAt, text: sealed }) => ({
      id,
      signedAs,
      addedAt,
      text: keyring.open(addendumRef(note, id), sealed),
    })),
  };
}
