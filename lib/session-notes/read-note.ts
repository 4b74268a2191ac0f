/** A note as its page shows it: to its author while a draft, to the care team once it is signed. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { readBesideDraft } from '@/db/queries/note-context';
import { type CoupleOfNote, openNote } from '@/db/queries/notes/open-note';
import { findVersion, listVersions, type NoteRow, type NoteVersionRow } from '@/db/queries/session-notes';
import { findSigningNeeds, type SigningNeeds } from '@/db/queries/supervision/signatures';
import { type CouplePartner, marked } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import type { VersionCause } from '@/db/schema/session-notes';
import { inFormat } from '@/lib/format/notes/note-fields';
import { inOtherFormat } from '@/lib/format/notes/note-formats';
import { formatIn, noteRef, readNoteText, versionRef } from './note-text';
import { type NoteContext, openContext } from './read-context';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';
import { isFinal, type NoteStanding, type NoteStatus, statusOf } from '@/lib/format/notes/note-status';
import { recordId } from '@/lib/record-id';
import { readSigning, type SigningRead } from '@/lib/signing/read-signing';
import { coAuthorsIn } from './co-authors';
import { readThreads, type Thread } from '@/lib/supervision/threads';
import { coSignersIn } from '@/lib/signing/co-signers';
import { isAsSigned } from './signed-hash';
import { whoOf } from './who';
import { openSnippets, type Snippet } from '@/lib/snippets/own-snippets';

type Partner = Pick<CouplePartner, 'id' | 'position' | 'name' | 'place' | 'initials'>;
type Couple = Omit<CoupleOfNote, 'partners'> & { partners: Partner[] };

export type NoteRead = {
  id: string;
  coupleId: string;
  sessionId: string;
  format: NoteFormat;
  formatVersion: number;
  kind: 'joint' | 'individual';
  partner: Partner | null;
  state: 'draft' | 'signed';
  version: number;
  sections: NoteSections;
  updatedAt: Date;
  author: { name: string; credential: string; isMe: boolean };
  /** Author or co-author; of a draft, everyone who may read it. */
  mayWrite: boolean;
  coAuthors: { staffMemberId: string; name: string }[];
  /** Who may have taken part: partners of this record, the care team, and whoever else the note names. */
  who: { id: string; name: string; isPartner: boolean }[];
  session: { startsAt: Date; minutes: number; place: string };
  /** Those the session was with, and whether each came; null: not recorded. */
  present: { partner: Partner; attendance: 'attended' | 'late' | 'absent' | null }[];
  /** Null for a draft. `isIntact`: the text still matches what was signed. */
  signature: { signedAt: Date; signedAs: string; zone: string; hash: string; isIntact: boolean } | null;
  status: NoteStatus;
  standing: NoteStanding;
  /** What stands under it. */
  signing: SigningRead;
  addenda: SigningRead['addenda'];
};

type Ids = { coupleId?: string; noteId?: string };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Two statements asked at once for a draft, three more for one that was signed or returned. Notes the opening. */
async function read(
  tx: ActorTx,
  ids: Ids,
): Promise<{
  couple: Couple;
  note: NoteRead;
  row: NoteRow;
  keyring: Keyring;
  may: { enterInError: boolean; coSign: boolean };
  hasComments: boolean;
}> {
  const [coupleId, noteId] = [recordId(ids.coupleId), recordId(ids.noteId)];
  const [found, keyring] = await Promise.all([openNote(tx, coupleId, noteId), keyringFor(tx, [coupleId])]);
  if (!found) throw new NotFound();
  const { note: row, session, author, mayWrite, standing, coAuthors, hasComments } = found;
  const couple = { ...found.couple, partners: found.couple.partners.map((partner) => marked(tx.actor, partner)) };
  const opened = keyring.open(noteRef(row), row.sections);
  const text = readNoteText(opened);
  const signing = await readSigning(tx, keyring, row, standing);
  const format = formatIn(row);
  const sections = inFormat(format, text.sections);
  const note: NoteRead = {
    id: row.id,
    coupleId: couple.id,
    sessionId: row.sessionId,
    format: format.id,
    formatVersion: format.version,
    kind: row.kind,
    partner: couple.partners.find(({ id }) => id === row.partnerId) ?? null,
    state: row.signedAt ? 'signed' : 'draft',
    version: row.version,
    sections,
    updatedAt: row.updatedAt,
    mayWrite,
    coAuthors,
    who: await whoOf(tx, couple, row.partnerId, [sections]),
    author: { ...author, isMe: row.authorId === tx.actor.staffMemberId },
    session,
    present: couple.partners
      .filter(({ id }) => !row.partnerId || id === row.partnerId)
      .map((partner) => ({
        partner,
        attendance: found.attendances.find(({ partnerId }) => partnerId === partner.id)?.attendance ?? null,
      })),
    signature: row.signedAt
      ? {
          signedAt: row.signedAt,
          signedAs: row.signedAs!,
          zone: row.signedZone ?? tx.actor.timeZone,
          hash: row.signedHash!.toString('hex'),
          isIntact: isAsSigned(row, opened),
        }
      : null,
    status: statusOf(standing),
    standing,
    signing,
    addenda: signing.addenda,
  };
  const may = { enterInError: found.mayEnterInError, coSign: found.treatsBeside };
  return { couple, note, row, keyring, may, hasComments };
}

export type NotePage = {
  couple: Couple;
  note: NoteRead;
  /** Beside a draft only. */
  context: NoteContext | null;
  /** Beside a signed note: earlier texts that were kept; only who writes the note sees them. */
  versions: { id: string; cause: VersionCause; version: number; keptAt: Date; keptBy: string | null }[];
  /** The kept text that was asked for, to compare with. */
  kept: { id: string; keptAt: Date; sections: NoteSections } | null;
  /** The reader's own, beside a draft. */
  snippets: Snippet[];
  /** With a supervisor each; beside the record, and empty for who has no part in one. */
  threads: Thread[];
  /** Who may be named beside the author. */
  coAuthors: Couple['careTeam'];
  mayCoSign: boolean;
  mayEnterInError: boolean;
};

/** A kept text, in the format the note has now. */
function keptText(keyring: Keyring, row: NoteRow, version: NoteVersionRow): NoteSections {
  const text = readNoteText(keyring.open(versionRef(row, version.id), version.sections));
  const [was, is] = [formatIn(row, text), formatIn(row)];
  return inFormat(is, inOtherFormat(text.sections, was, is));
}

export async function readNotePage(tx: ActorTx, ids: Ids, keptId: unknown): Promise<NotePage> {
  const [coupleId, noteId] = [recordId(ids.coupleId), recordId(ids.noteId)];
  const [{ couple, note, row, keyring, may, hasComments }, beside] = await Promise.all([
    read(tx, ids),
    readBesideDraft(tx, coupleId, noteId),
  ]);
  const isSigned = note.state === 'signed';
  const versions = isSigned && note.mayWrite ? await listVersions(tx, note.id) : [];
  const context = beside && !isSigned ? await openContext(tx, keyring, row, beside) : null;
  const asked =
    note.mayWrite && typeof keptId === 'string' && UUID.test(keptId) ? await findVersion(tx, note.id, keptId) : null;
  const kept = asked && { id: asked.id, keptAt: asked.keptAt, sections: keptText(keyring, row, asked) };
  const snippets = await openSnippets(
    tx,
    (beside?.snippets ?? []).map(({ id, content }) => ({ id, content: Buffer.from(content, 'base64') })),
  );
  const threads = hasComments && note.author.isMe ? await readThreads(tx, keyring, row) : [];
  const mayCoSign =
    may.coSign &&
    isFinal(note.status) &&
    !note.signing.coSignatures.some(({ authorId }) => authorId === tx.actor.staffMemberId);
  const coAuthors = coAuthorsIn(couple.careTeam, row.authorId);
  const mayEnterInError = isFinal(note.status) && may.enterInError;
  return { couple, note, context, versions, kept, snippets, threads, coAuthors, mayCoSign, mayEnterInError };
}

/** The note as it will stand, for its author to sign. */
export async function readNoteToSign(
  tx: ActorTx,
  ids: Ids,
): Promise<{ couple: Couple; note: NoteRead; needs: SigningNeeds; coSigners: { value: string; label: string }[] }> {
  const { couple, note, row } = await read(tx, ids);
  if (!note.author.isMe || note.state !== 'draft') throw new NotFound();
  return {
    couple,
    note,
    needs: await findSigningNeeds(tx, row.sessionId, row.authorId),
    coSigners: coSignersIn(couple.careTeam, row.authorId).map(({ staffMemberId, name }) => ({
      value: staffMemberId,
      label: name,
    })),
  };
}

export type NoteVersions = {
  couple: Couple;
  note: NoteRead;
  versions: NotePage['versions'];
  /** The text that was asked for, beside the one it is compared with. */
  shown: { id: string; keptAt: Date; sections: NoteSections } | null;
};

/** Every text of a note that was kept, for who writes it; one of them whole. */
export async function readNoteVersions(tx: ActorTx, ids: Ids & { versionId?: string }): Promise<NoteVersions> {
  const { couple, note, row, keyring } = await read(tx, ids);
  if (!note.mayWrite) throw new NotFound();
  const versions = await listVersions(tx, note.id, 200);
  if (ids.versionId === undefined) return { couple, note, versions, shown: null };
  const asked = UUID.test(ids.versionId) ? await findVersion(tx, note.id, ids.versionId) : null;
  if (!asked) throw new NotFound();
  return {
    couple,
    note,
    versions,
    shown: { id: asked.id, keptAt: asked.keptAt, sections: keptText(keyring, row, asked) },
  };
}
