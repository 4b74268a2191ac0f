/** A note as its page shows it: to its author while a draft, to the care team once it is signed. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpening, writeAudit } from '@/db/queries/audit';
import { listCoAuthors, listStaffNames } from '@/db/queries/notes/note-co-authors';
import {
  findNote,
  findVersion,
  listAddenda,
  listVersions,
  type NoteRow,
  type NoteVersionRow,
} from '@/db/queries/session-notes';
import { listAttendances } from '@/db/queries/sessions';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import type { VersionCause } from '@/db/schema/session-notes';
import { chosenIn, inFormat } from '@/lib/format/notes/note-fields';
import { inOtherFormat } from '@/lib/format/notes/note-formats';
import { addendumRef, formatIn, noteRef, readNoteText, versionRef } from './note-text';
import { type NoteContext, readContext } from './read-context';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';
import { isAsSigned } from './signed-hash';
import { readSnippets, type Snippet } from '@/lib/snippets/own-snippets';

export type NoteRead = {
  id: string;
  coupleId: string;
  sessionId: string;
  format: NoteFormat;
  formatVersion: number;
  kind: 'joint' | 'individual';
  partner: Couple['partners'][number] | null;
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
  present: { partner: Couple['partners'][number]; attendance: 'attended' | 'late' | 'absent' | null }[];
  /** Null for a draft. `isIntact`: the text still matches what was signed. */
  signature: { signedAt: Date; signedAs: string; hash: string; isIntact: boolean } | null;
  addenda: { id: string; signedAs: string; addedAt: Date; text: string }[];
};

type Ids = { coupleId?: string; noteId?: string };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Two statements for a draft, three for a signed note, beside the couple's two and the keys' two. */
async function read(
  tx: ActorTx,
  ids: Ids,
): Promise<{ couple: Couple; note: NoteRead; row: NoteRow; keyring: Keyring }> {
  const couple = await readCouple(tx, ids.coupleId);
  const found = ids.noteId && UUID.test(ids.noteId) ? await findNote(tx, ids.noteId) : null;
  if (!found || found.note.coupleId !== couple.id) throw new NotFound();
  const { note: row, session, author, mayWrite } = found;
  const keyring = await keyringFor(tx, [couple.id]);
  const text = readNoteText(keyring.open(noteRef(row), row.sections));
  const added = row.signedAt ? await listAddenda(tx, row.id) : [];
  const came = await listAttendances(tx, [row.sessionId]);
  const format = formatIn(row);
  const sections = inFormat(format, text.sections);
  const coAuthors = mayWrite ? await listCoAuthors(tx, row.id) : [];
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
    who: await whoOf(tx, couple, row.partnerId, sections),
    author: { ...author, isMe: row.authorId === tx.actor.staffMemberId },
    session,
    present: couple.partners
      .filter(({ id }) => !row.partnerId || id === row.partnerId)
      .map((partner) => ({
        partner,
        attendance: came.find(({ partnerId }) => partnerId === partner.id)?.attendance ?? null,
      })),
    signature: row.signedAt
      ? {
          signedAt: row.signedAt,
          signedAs: row.signedAs!,
          hash: row.signedHash!.toString('hex'),
          isIntact: isAsSigned(row, text),
        }
      : null,
    addenda: added.map(({ id, signedAs, addedAt, text: sealed }) => ({
      id,
      signedAs,
      addedAt,
      text: keyring.open(addendumRef(row, id), sealed),
    })),
  };
  return { couple, note, row, keyring };
}

/** No statement, but where the note names someone who has left the care team. */
async function whoOf(tx: ActorTx, couple: Couple, partnerId: string | null, sections: NoteSections) {
  const partners = couple.partners
    .filter(({ id }) => !partnerId || id === partnerId)
    .map(({ id, name }) => ({ id, name, isPartner: true }));
  const team = couple.careTeam.map(({ staffMemberId: id, name }) => ({ id, name, isPartner: false }));
  const known = new Map([...partners, ...team].map((one) => [one.id, one]));
  const others = chosenIn(sections.present).filter((id) => UUID.test(id) && !known.has(id));
  const left = others.length === 0 ? [] : await listStaffNames(tx, others);
  return [...known.values(), ...left.map((one) => ({ ...one, isPartner: false }))];
}

export type NotePage = {
  couple: Couple;
  note: NoteRead;
  /** Beside a draft only. */
  context: NoteContext | null;
  /** Earlier texts that were kept; only who writes the note sees them. */
  versions: { id: string; cause: VersionCause; version: number; keptAt: Date; keptBy: string | null }[];
  /** The kept text that was asked for, to compare with. */
  kept: { id: string; keptAt: Date; sections: NoteSections } | null;
  /** The reader's own, beside a draft. */
  snippets: Snippet[];
};

/** A kept text, in the format the note has now. */
function keptText(keyring: Keyring, row: NoteRow, version: NoteVersionRow): NoteSections {
  const text = readNoteText(keyring.open(versionRef(row, version.id), version.sections));
  const [was, is] = [formatIn(row, text), formatIn(row)];
  return inFormat(is, inOtherFormat(text.sections, was, is));
}

export async function readNotePage(tx: ActorTx, ids: Ids, keptId: unknown): Promise<NotePage> {
  const { couple, note, row, keyring } = await read(tx, ids);
  await noteOpening(tx, 'sessionNote', note.id, couple.id, row.partnerId);
  const versions = note.mayWrite ? await listVersions(tx, note.id) : [];
  const context =
    note.state === 'draft'
      ? await readContext(tx, keyring, row, { id: row.sessionId, startsAt: note.session.startsAt })
      : null;
  const asked =
    typeof keptId === 'string' && versions.some(({ id }) => id === keptId)
      ? await findVersion(tx, note.id, keptId)
      : null;
  const kept = asked && { id: asked.id, keptAt: asked.keptAt, sections: keptText(keyring, row, asked) };
  const snippets = note.state === 'draft' ? await readSnippets(tx) : [];
  return { couple, note, context, versions, kept, snippets };
}

/** The note as it will stand, for its author to sign. */
export async function readNoteToSign(tx: ActorTx, ids: Ids): Promise<{ couple: Couple; note: NoteRead }> {
  const { couple, note } = await read(tx, ids);
  if (!note.author.isMe || note.state !== 'draft') throw new NotFound();
  await noteOpening(tx, 'sessionNote', note.id, couple.id, note.partner?.id ?? null);
  return { couple, note };
}

export async function readNoteToPrint(tx: ActorTx, ids: Ids): Promise<{ couple: Couple; note: NoteRead }> {
  const { couple, note } = await read(tx, ids);
  await writeAudit(tx, {
    act: 'printed',
    recordKind: 'sessionNote',
    recordId: note.id,
    coupleId: couple.id,
    concernsPartnerId: note.partner?.id ?? null,
  });
  return { couple, note };
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
  await noteOpening(tx, 'sessionNote', note.id, couple.id, row.partnerId);
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
