/** The keys one actor may use in one transaction: made from the rows that Postgres let that actor read. */
import 'server-only';
import type { KeyObject } from 'node:crypto';
import { SealError } from './errors';
import { readHeader, type SealedRef } from './format';
import { cacheName, KeyCache } from './key-cache';
import type { KeyClass } from '@/db/schema/sealed-keys';
import { openDataKey, openPracticeKey, ownerOf, type DataKeyRow, type MasterKey, type PracticeKeyRow } from './keys';
import { open } from './open';
import { seal } from './seal';

export type Keyring = {
  seal: (ref: SealedRef, text: string) => Buffer;
  open: (ref: SealedRef, sealed: Uint8Array) => string;
  /** For what one partner gave in private: null where its key was shredded. Everything else that does not open is an error, as ever. */
  openUnlessRemoved: (ref: SealedRef, sealed: Uint8Array) => string | null;
  /** Whether text of that class and owner can be sealed: when not, `createDataKey` makes the row to insert first. */
  has: (keyClass: KeyClass, ownerId: string) => boolean;
};

const practiceSecrets = new KeyCache(100);
const dataSecrets = new KeyCache(5_000);

export function openKeyring(
  masterKeys: readonly MasterKey[],
  rows: { practiceKeys: readonly PracticeKeyRow[]; dataKeys: readonly DataKeyRow[] },
): Keyring {
  const practiceKeys = new Map(rows.practiceKeys.map((row) => [row.id, row]));
  const dataKeys = new Map(rows.dataKeys.map((row) => [row.id, row]));

  const newest = new Map<string, DataKeyRow>();
  for (const row of rows.dataKeys) {
    const line = lineOf(row.practiceId, row.keyClass, ownerOf(row));
    const known = newest.get(line);
    if (!known || isNewer(row, known)) newest.set(line, row);
  }

  // A page opens many texts with few keys: each is looked up once.
  const secrets = new Map<string, KeyObject>();
  const secretOf = (row: DataKeyRow): KeyObject => {
    const known = secrets.get(row.id);
    if (known) return known;
    const secret = unwrapped(row);
    secrets.set(row.id, secret);
    return secret;
  };

  const unwrapped = (row: DataKeyRow): KeyObject => {
    const parent = practiceKeys.get(row.practiceKeyId);
    if (!parent) throw new SealError('no-key');
    const fields = [
      row.id,
      row.practiceId,
      row.practiceKeyId,
      row.keyClass,
      row.coupleId,
      row.partnerId ?? '',
      row.authorId ?? '',
    ];
    return dataSecrets.take(cacheName(fields, row.wrapped), () => {
      const above = [parent.id, parent.practiceId, parent.masterKeyId];
      const secret = practiceSecrets.take(
        cacheName(above, parent.wrapped),
        () => openPracticeKey(masterKeys, parent).secret,
      );
      return openDataKey({ id: parent.id, practiceId: parent.practiceId, secret }, row);
    });
  };

  const openText = (ref: SealedRef, sealed: Uint8Array): string =>
    open(
      (keyId) => {
        const row = dataKeys.get(keyId);
        if (!row) throw new SealError('no-key');
        return secretOf(row);
      },
      ref,
      sealed,
    );
  const newestOf = (ref: SealedRef) => newest.get(lineOf(ref.practiceId, ref.keyClass, ref.ownerId));

  return {
    seal(ref, text) {
      const row = newestOf(ref);
      if (!row) throw new SealError('no-key');
      return seal({ id: row.id, secret: secretOf(row) }, ref, text);
    },
    open: openText,
    openUnlessRemoved(ref, sealed) {
      // Who holds this owner's newest key is handed all of them: one that is missing is there no more.
      const isRemoved =
        ref.keyClass === 'partner.private' &&
        newestOf(ref) !== undefined &&
        !dataKeys.has(readHeader(Buffer.from(sealed)).keyId);
      return isRemoved ? null : openText(ref, sealed);
    },
    has(keyClass, ownerId) {
      return rows.dataKeys.some((row) => row.keyClass === keyClass && ownerOf(row) === ownerId);
    },
  };
}

const lineOf = (practiceId: string, keyClass: KeyClass, ownerId: string) => `${practiceId} ${keyClass} ${ownerId}`;

const isNewer = (a: DataKeyRow, b: DataKeyRow) =>
  a.createdAt.getTime() - b.createdAt.getTime() > 0 || (a.createdAt.getTime() === b.createdAt.getTime() && a.id > b.id);
