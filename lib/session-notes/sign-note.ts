/** Signs a note as it was reviewed. From then on it never changes, for anyone. */
import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeDraft, insertVersion, lockDraft } from '@/db/queries/session-notes';
import { confirmPassword } from '@/lib/accounts/confirm-password';
import { readEnv } from '@/lib/env';
import { NotFound, Refusal } from '@/lib/errors';
import { openKeyring } from '@/lib/sealed/keyring';
import { isUnwritten } from '@/lib/format/notes/note-fields';
import { formatIn, noteRef, readNoteText, versionRef, writeNoteText } from './note-text';
import type { SignNoteInput } from './schema';
import { signedHash } from './signed-hash';
import { signatureOf } from './signature';

const MOVED_ON =
  'Nothing was signed: the note was changed since you opened this page, perhaps in another window. Go back to the note, read it, and review it again.';

export async function signNote(tx: ActorTx, input: SignNoteInput) {
  const draft = await lockDraft(tx, input.noteId);
  // A co-author writes the draft; its author signs it.
  if (draft?.note.authorId !== tx.actor.staffMemberId) throw new NotFound();
  const { note } = draft;
  if (note.version !== input.version) throw new Refusal(MOVED_ON);
  const keyring = openKeyring(readEnv().keys.masterKeys, draft.keys);
  const { sections } = readNoteText(keyring.open(noteRef(note), note.sections));
  if (isUnwritten(formatIn(note), sections))
    throw new Refusal('Nothing was signed: the note is empty. Go back and write it first.');
  await confirmPassword(tx, input.password);

  const signedAt = tx.actor.now;
  const signedAs = signatureOf(tx.actor);
  const text = { sections, random: randomBytes(32).toString('base64') };
  const change = {
    sections: keyring.seal(noteRef(note), writeNoteText(text)),
    signedAt,
    signedAs,
    signedHash: signedHash({ ...note, signedAs, signedAt }, text),
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
