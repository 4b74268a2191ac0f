/** A supervisee's signed note as its supervisor reads it: the text, what stands under it, and the thread with its author. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { noteOpening } from '@/db/queries/audit';
import { findSignedNote, listSupervisedLines, type SupervisedLine } from '@/db/queries/supervision/queue';
import { NotFound } from '@/lib/errors';
import { shownName } from '@/lib/format/names';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';
import { type NoteStatus, statusOf } from '@/lib/format/notes/note-status';
import { recordId } from '@/lib/record-id';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { inFormat } from '@/lib/format/notes/note-fields';
import type { Who } from '@/lib/format/notes/note-words';
import { formatIn, noteRef, readNoteText } from '@/lib/session-notes/note-text';
import { isAsSigned } from '@/lib/session-notes/signed-hash';
import { whoOf } from '@/lib/session-notes/who';
import { readSigning, type SigningRead } from '@/lib/signing/read-signing';
import { type Asked, askedOf } from './read-queue';
import { readThreads, type Thread } from './threads';

export type SupervisedNote = {
  line: SupervisedLine;
  partnerName: string | null;
  status: NoteStatus;
  format: NoteFormat;
  formatVersion: number;
  sections: NoteSections;
  who: Who[];
  signature: { signedAt: Date; signedAs: string; zone: string; hash: string; isIntact: boolean };
  signing: SigningRead;
  comments: Thread['comments'];
  asked: Asked;
  /** Approving it co-signs it too. */
  coSignsToo: boolean;
  mayComment: boolean;
};

/** Eight statements. */
export async function readSupervisedNote(tx: ActorTx, noteId: string | undefined): Promise<SupervisedNote> {
  const id = recordId(noteId ?? '');
  if (!can(tx.actor, 'noteReviews', 'create')) throw new NotFound();
  const [line] = await listSupervisedLines(tx, id);
  const note = line?.standing.isSigned ? await findSignedNote(tx, id) : null;
  if (!line || !note) throw new NotFound();
  const keyring = await keyringFor(tx, [note.coupleId]);
  const opened = keyring.open(noteRef(note), note.sections);
  const threads = await readThreads(tx, keyring, note);
  await noteOpening(tx, 'sessionNote', note.id, note.coupleId, note.partnerId);
  const sections = inFormat(formatIn(note), readNoteText(opened).sections);
  const asked = askedOf(line);
  return {
    line,
    partnerName: line.partnerName && shownName(tx.actor, line.partnerName),
    status: statusOf(line.standing),
    format: note.format,
    formatVersion: note.formatVersion,
    sections,
    who: await whoOf(
      tx,
      { partners: line.partners.map((one) => ({ ...one, name: shownName(tx.actor, one.name) })), careTeam: [] },
      note.partnerId,
      [sections],
    ),
    signature: {
      signedAt: note.signedAt!,
      signedAs: note.signedAs!,
      zone: note.signedZone ?? tx.actor.timeZone,
      hash: note.signedHash!.toString('hex'),
      isIntact: isAsSigned(note, opened),
    },
    signing: await readSigning(tx, keyring, note, line.standing),
    comments: threads.find(({ supervisorId }) => supervisorId === tx.actor.staffMemberId)?.comments ?? [],
    asked,
    coSignsToo: asked === 'approve' && line.standing.needsCoSignature && line.mayCoSign,
    mayComment: note.authorId !== tx.actor.staffMemberId,
  };
}
