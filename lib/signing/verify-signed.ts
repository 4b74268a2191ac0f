/** Holds every signed note, addendum, co-signature and review of an installation against its hash. Says ids and nothing of what they say. */
import 'server-only';
import { readSignedRecords, type SignedRecords } from '@/db/installation/signed-records';
import { readEnv } from '@/lib/env';
import { type Keyring, openKeyring } from '@/lib/sealed/keyring';
import { addendumRef, noteRef } from '@/lib/session-notes/note-text';
import { isAsSigned, isSameHash } from '@/lib/session-notes/signed-hash';
import { isAttested } from './attestation';

export type Kind = 'session note' | 'addendum' | 'co-signature' | 'review';
export type Fault = { kind: Kind; id: string; noteId: string; why: 'changed' | 'unreadable' };
export type Verified = { counts: Record<Kind, number>; faults: Fault[]; hashes: { noteId: string; hash: string }[] };

/** `hashes` are filled for a note that was named. */
export async function verifySigned(settings: { ownerUrl: string; noteId?: string }): Promise<Verified> {
  const verified: Verified = {
    counts: { 'session note': 0, addendum: 0, 'co-signature': 0, review: 0 },
    faults: [],
    hashes: [],
  };
  await readSignedRecords(settings, (records) => {
    check(records, verified);
    if (settings.noteId)
      for (const note of records.notes)
        verified.hashes.push({ noteId: note.id, hash: note.signedHash?.toString('hex') ?? '' });
  });
  return verified;
}

function check(records: SignedRecords, { counts, faults }: Verified): void {
  const keyring = openKeyring(readEnv().keys.masterKeys, records);
  const notes = new Map(records.notes.map((note) => [note.id, note]));
  const held = (kind: Kind, row: { id: string; noteId: string }, holds: () => boolean): void => {
    counts[kind] += 1;
    const why = outcome(holds);
    if (why) faults.push({ kind, id: row.id, noteId: row.noteId, why });
  };
  for (const note of records.notes)
    held('session note', { id: note.id, noteId: note.id }, () => isAsSigned(note, opened(keyring, note)));
  const stands = (row: { noteId: string; noteHash: Buffer }) => {
    const hash = notes.get(row.noteId)?.signedHash;
    return Boolean(hash && isSameHash(hash, row.noteHash));
  };
  for (const row of records.addenda)
    held('addendum', row, () => {
      const text = keyring.open(addendumRef(notes.get(row.noteId)!, row.id), row.text);
      return stands(row) && isAttested({ ...row, of: 'addendum', at: row.addedAt }, row.hash, text);
    });
  for (const row of records.coSignatures)
    held(
      'co-signature',
      row,
      () => stands(row) && isAttested({ ...row, of: 'co-signature', kind: row.part, at: row.signedAt }, row.hash),
    );
  for (const row of records.reviews)
    held(
      'review',
      row,
      () =>
        (row.kind === 'returned' || stands(row)) && isAttested({ ...row, of: 'review', at: row.signedAt }, row.hash),
    );
}

const opened = (keyring: Keyring, note: SignedRecords['notes'][number]) => keyring.open(noteRef(note), note.sections);

/** A seal that no longer opens tells of a change too. */
function outcome(holds: () => boolean): Fault['why'] | null {
  try {
    return holds() ? null : 'changed';
  } catch {
    return 'unreadable';
  }
}
