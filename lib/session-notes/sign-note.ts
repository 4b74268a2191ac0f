/**
 * Signs a note as it was reviewed. From then on it never changes, for anyone; where the author's supervision asks for approval, it is
 * final only once that is given.
 */
import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeDraft, insertVersion, lockDraft, type NoteRow } from '@/db/queries/session-notes';
import { findSigningNeeds } from '@/db/queries/supervision/signatures';
import { giveAgain } from '@/lib/accounts/factors/step-up';
import { readEnv } from '@/lib/env';
import { readCouple } from '@/lib/couples/read-couple';
import { NotFound, Refusal } from '@/lib/errors';
import { signatureOf } from '@/lib/format/names';
import { openKeyring } from '@/lib/sealed/keyring';
import { isUnwritten } from '@/lib/format/notes/note-fields';
import { coSignersIn } from '@/lib/signing/co-signers';
import { formatIn, noteRef, readNoteText, versionRef, writeNoteText } from './note-text';
import type { SignNoteInput } from './schema';
import { signedHash } from './signed-hash';

const MOVED_ON =
  'Nothing was signed: the note was changed since you opened this page, perhaps in another window. Go back to the note, read it, and review it again.';

export async function signNote(tx: ActorTx, input: SignNoteInput) {
  const draft = await lockDraft(tx, input.noteId);
  // A co-author writes the draft; its author signs it.
  if (draft?.note.authorId !== tx.actor.staffMemberId) throw new NotFound();
  const { note } = draft;
  if (note.version !== input.version) throw new Refusal(MOVED_ON);
  const keyring = openKeyring(readEnv().keys.masterKeys, draft.keys);
  const opened = readNoteText(keyring.open(noteRef(note), note.sections));
  if (isUnwritten(formatIn(note), opened.sections))
    throw new Refusal('Nothing was signed: the note is empty. Go back and write it first.');
  await giveAgain(tx, input, 'Nothing was signed and nothing is lost.');

  const signedAt = tx.actor.now;
  const needs = await findSigningNeeds(tx, note.sessionId, note.authorId);
  const signature = {
    signedAt,
    signedAs: signatureOf(tx.actor),
    signedZone: tx.actor.timeZone,
    needsApproval: needs.approval,
    needsCoSignature: needs.coSignature,
    coSignerId: await coSignerOf(tx, note, input.coSignerId ?? null),
  };
  const text = { ...opened, random: randomBytes(32).toString('base64') };
  const change = {
    ...signature,
    sections: keyring.seal(noteRef(note), writeNoteText(text)),
    signedHash: signedHash({ ...note, ...signature }, writeNoteText(text)),
  };
  if (!(await changeDraft(tx, note.id, note.version, change))) throw new Refusal(MOVED_ON);
  const versionId = randomUUID();
  await insertVersion(tx, {
    id: versionId,
    practiceId: note.practiceId,
    coupleId: note.coupleId,
    noteId: note.id,
    authorId: note.authorId,
    version: note.version + 1,
    cause: 'signed',
    sections: keyring.seal(versionRef(note, versionId), writeNoteText(text)),
    keptAt: signedAt,
  });
  await writeAudit(tx, {
    act: 'signed',
    recordKind: 'sessionNote',
    recordId: note.id,
    coupleId: note.coupleId,
    concernsPartnerId: note.partnerId,
  });
  return { redirectTo: `/couples/${note.coupleId}/notes/${note.id}` };
}

/** Asked is one of those who treat the couple today. */
async function coSignerOf(tx: ActorTx, note: NoteRow, asked: string | null): Promise<string | null> {
  if (asked === null) return null;
  const { careTeam } = await readCouple(tx, note.coupleId);
  if (coSignersIn(careTeam, note.authorId).some(({ staffMemberId }) => staffMemberId === asked)) return asked;
  throw new Refusal('Nothing was signed and nothing is lost.', {
    coSignerId: 'Choose someone who treats this couple today.',
  });
}
