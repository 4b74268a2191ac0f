/**
 * Adds to a signed note, with one's own name and time: an addendum, a late entry, or that it was entered in error, which hides it and
 * keeps it.
 */
import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findNote } from '@/db/queries/session-notes';
import { insertAddendum } from '@/db/queries/supervision/signatures';
import type { AddendumKind } from '@/db/schema/session-notes';
import { giveAgain } from '@/lib/accounts/factors/step-up';
import { NotFound, Refusal } from '@/lib/errors';
import { signatureOf } from '@/lib/format/names';
import { statusOf } from '@/lib/format/notes/note-status';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { attestationHash } from '@/lib/signing/attestation';
import { addendumRef } from './note-text';
import type { AddAddendumInput, EnterInErrorInput } from './schema';

type Found = NonNullable<Awaited<ReturnType<typeof findNote>>>;

export async function addAddendum(tx: ActorTx, input: AddAddendumInput) {
  const found = await findNote(tx, input.noteId);
  if (!found) throw new NotFound();
  if (!found.note.signedAt)
    throw new Refusal('Nothing was added: this note is still a draft. Write it into the note itself.');
  if (statusOf(found.standing) === 'awaitingApproval')
    throw new Refusal(
      'Nothing was added: this note waits for approval. What you typed is still here; add it once the note is approved.',
    );
  return add(tx, found, input.kind ?? 'addendum', input.text);
}

/** By its author, or by who leads the couple: for a note that should not stand, such as one in the wrong record. */
export async function enterInError(tx: ActorTx, input: EnterInErrorInput) {
  const found = await findNote(tx, input.noteId);
  if (!found?.note.signedAt || !found.mayEnterInError) throw new NotFound();
  if (found.standing.isInError) throw new Refusal('This note is marked as entered in error already.');
  await giveAgain(tx, input, 'Nothing was changed.');
  return add(tx, found, 'enteredInError', input.text);
}

async function add(tx: ActorTx, { note }: Found, kind: AddendumKind, text: string) {
  const authorId = tx.actor.staffMemberId;
  if (!authorId || !note.signedHash) throw new NotFound();
  const id = randomUUID();
  const opened = JSON.stringify({ text: text.trim(), random: randomBytes(32).toString('base64') });
  const made = {
    id,
    practiceId: note.practiceId,
    coupleId: note.coupleId,
    noteId: note.id,
    authorId,
    kind,
    signedAs: signatureOf(tx.actor),
    zone: tx.actor.timeZone,
    noteHash: note.signedHash,
  };
  const keyring = await keyringFor(tx, [note.coupleId]);
  await insertAddendum(tx, {
    ...made,
    text: keyring.seal(addendumRef(note, id), opened),
    addedAt: tx.actor.now,
    hash: attestationHash({ ...made, of: 'addendum', at: tx.actor.now }, opened),
  });
  await writeAudit(tx, {
    act: 'added',
    recordKind: 'addendum',
    recordId: note.id,
    coupleId: note.coupleId,
    concernsPartnerId: note.partnerId,
  });
  return { redirectTo: `/couples/${note.coupleId}/notes/${note.id}` };
}
