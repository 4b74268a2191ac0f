/** A couple's contacts with their words opened, the newest first. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { type ContactNoteRow, listContactNotes as listRows } from '@/db/queries/follow-up/contact-notes';
import type { Keyring } from '@/lib/sealed/keyring';
import { contactRef } from './write-contact-note';

export type ContactNote = Omit<ContactNoteRow, 'words'> & { words: string; formKey: string };

/** One statement. */
export async function listContactNotes(tx: ActorTx, coupleId: string, keyring: Keyring): Promise<ContactNote[]> {
  return (await listRows(tx, coupleId)).map((row) => ({
    ...row,
    words: row.words ? keyring.open(contactRef(tx.actor.practiceId, row.partnerId, row.id), row.words) : '',
    formKey: randomUUID(),
  }));
}
