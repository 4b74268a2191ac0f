/** What is sealed of a process note: its text, and the couple's label, by which its author finds it after leaving the care team. */
import 'server-only';
import { z } from 'zod';
import type { ActorTx } from '@/db/access/as-actor';
import type { OwnNotes, ProcessNoteRow } from '@/db/queries/process-notes';
import { insertDataKeys, listKeys } from '@/db/queries/sealed-keys';
import { readEnv } from '@/lib/env';
import type { SealedRef } from '@/lib/sealed/format';
import { type Keyring, openKeyring } from '@/lib/sealed/keyring';
import { createDataKey } from '@/lib/sealed/keys';
import { practiceKeyFor } from '@/lib/sealed/practice-key-for';

type Place = Pick<ProcessNoteRow, 'id' | 'practiceId' | 'coupleId'>;
const inside = z.object({ about: z.string(), text: z.string() });
export type ProcessText = z.infer<typeof inside>;

const refOf = ({ id, practiceId, coupleId }: Place): SealedRef => ({
  table: 'process_notes',
  column: 'text',
  rowId: id,
  practiceId,
  keyClass: 'author.process',
  ownerId: coupleId,
});

export const sealText = (keyring: Keyring, place: Place, text: ProcessText): Buffer =>
  keyring.seal(refOf(place), JSON.stringify(text));

export const openText = (keyring: Keyring, note: ProcessNoteRow): ProcessText =>
  inside.parse(JSON.parse(keyring.open(refOf(note), note.text)));

export const keyringOf = ({ keys }: OwnNotes): Keyring => openKeyring(readEnv().keys.masterKeys, keys);

/** One's own key for a couple's process notes, made with the first of them. */
export async function keyringToWrite(tx: ActorTx, coupleId: string): Promise<Keyring> {
  const keys = await listKeys(tx, [coupleId]);
  const known = openKeyring(readEnv().keys.masterKeys, keys);
  if (known.has('author.process', coupleId)) return known;
  const { key } = await practiceKeyFor(tx);
  const { staffMemberId, now } = tx.actor;
  const made = createDataKey(key, {
    keyClass: 'author.process',
    coupleId,
    partnerId: null,
    authorId: staffMemberId!,
    createdAt: now,
  });
  await insertDataKeys(tx, [{ ...made, wrapped: Buffer.from(made.wrapped) }]);
  return openKeyring(readEnv().keys.masterKeys, { ...keys, dataKeys: [...keys.dataKeys, made] });
}
