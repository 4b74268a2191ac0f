/** What stands under a signed note, opened and verified: who co-signed, what a supervisor decided, what was added since. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { NoteRow } from '@/db/queries/session-notes';
import { listAddenda, listCoSignatures, listReviews, type NoteStanding } from '@/db/queries/supervision/signatures';
import type { AddendumKind } from '@/db/schema/session-notes';
import type { CoSignerPart, ReviewKind } from '@/db/schema/notes/supervision';
import type { Keyring } from '@/lib/sealed/keyring';
import { addendumRef, readAddendumText } from '@/lib/session-notes/note-text';
import { isSameHash } from '@/lib/session-notes/signed-hash';
import { isAttested } from './attestation';

type Under<K> = {
  id: string;
  kind: K;
  authorId: string;
  signedAs: string;
  at: Date;
  zone: string;
  hash: string;
  /** Whether it still says what was put there, under the note as it stands. */
  isIntact: boolean;
};

export type AddedRead = Under<AddendumKind> & { text: string };
export type CoSignatureRead = Under<CoSignerPart>;
export type ReviewRead = Under<ReviewKind>;
export type SigningRead = { addenda: AddedRead[]; coSignatures: CoSignatureRead[]; reviews: ReviewRead[] };

/** Three statements asked at once. Of a draft that was returned, the reviews alone; of any other, none. */
export async function readSigning(
  tx: ActorTx,
  keyring: Keyring,
  note: NoteRow,
  { isSigned, isReturned }: Pick<NoteStanding, 'isSigned' | 'isReturned'>,
): Promise<SigningRead> {
  const [addenda, coSignatures, reviews] = await Promise.all([
    isSigned ? listAddenda(tx, [note.id]) : [],
    isSigned ? listCoSignatures(tx, [note.id]) : [],
    isSigned || isReturned ? listReviews(tx, [note.id]) : [],
  ]);
  return openSigning(keyring, note, { addenda, coSignatures, reviews });
}

type SigningRows = {
  addenda: Awaited<ReturnType<typeof listAddenda>>;
  coSignatures: Awaited<ReturnType<typeof listCoSignatures>>;
  reviews: Awaited<ReturnType<typeof listReviews>>;
};

/** The rows under one note, opened and verified. */
export function openSigning(keyring: Keyring, note: NoteRow, rows: SigningRows): SigningRead {
  const stands = (noteHash: Buffer) => note.signedHash !== null && isSameHash(noteHash, note.signedHash);
  const under = <R extends Omit<Under<unknown>, 'hash' | 'kind' | 'at' | 'isIntact'> & { hash: Buffer }>(row: R) => ({
    id: row.id,
    authorId: row.authorId,
    signedAs: row.signedAs,
    zone: row.zone,
    hash: row.hash.toString('hex'),
  });
  return {
    addenda: rows.addenda.map((row) => {
      const opened = keyring.open(addendumRef(note, row.id), row.text);
      return {
        ...under(row),
        kind: row.kind,
        at: row.addedAt,
        text: readAddendumText(opened),
        isIntact: stands(row.noteHash) && isAttested({ ...row, of: 'addendum', at: row.addedAt }, row.hash, opened),
      };
    }),
    coSignatures: rows.coSignatures.map((row) => ({
      ...under(row),
      kind: row.part,
      at: row.signedAt,
      isIntact:
        stands(row.noteHash) && isAttested({ ...row, of: 'co-signature', kind: row.part, at: row.signedAt }, row.hash),
    })),
    reviews: rows.reviews.map((row) => ({
      ...under(row),
      kind: row.kind,
      at: row.signedAt,
      // A return stands under the text that was returned, which is no longer there.
      isIntact:
        (row.kind === 'returned' || stands(row.noteHash)) &&
        isAttested({ ...row, of: 'review', at: row.signedAt }, row.hash),
    })),
  };
}
