/**
 * The chain of keys: master keys (keys.json, outside the database; the first is current) wrap a practice's key, and that
 * wraps the data keys, one line of them for each class and owner. Sealed rows are never rewritten: the two upper keys
 * rotate by wrapping again, a data key by starting a new one.
 */
import 'server-only';
import { createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { binding } from './binding';
import { decrypt, encrypt } from './cipher';
import { SealError } from './errors';
import type { KeyClass } from '@/db/schema/sealed-keys';

const WRAP_FORMAT = 1;
const KEY_BYTES = 32;

export type MasterKey = { id: string; key: Uint8Array };

/** A row of `practice_keys`. */
export type PracticeKeyRow = {
  id: string;
  practiceId: string;
  masterKeyId: string;
  wrapped: Uint8Array;
};

/** A row of `data_keys`. The newest of its class and owner seals; all of them open. */
export type DataKeyRow = {
  id: string;
  practiceId: string;
  practiceKeyId: string;
  keyClass: KeyClass;
  coupleId: string;
  /** Whose, for the partner.* classes. */
  partnerId: string | null;
  /** Whose alone, for author.process. */
  authorId?: string | null;
  wrapped: Uint8Array;
  createdAt: Date;
};

/** The owner that a sealed value names: a partner for the partner.* classes, otherwise the couple. */
export const ownerOf = (row: Pick<DataKeyRow, 'coupleId' | 'partnerId'>): string => row.partnerId ?? row.coupleId;

export type PracticeKey = { id: string; practiceId: string; secret: KeyObject };

const placeOfPracticeKey = (row: Omit<PracticeKeyRow, 'wrapped'>) =>
  binding(['hearth practice key', String(WRAP_FORMAT), row.id, row.practiceId, row.masterKeyId]);

const placeOfDataKey = (row: Omit<DataKeyRow, 'wrapped' | 'createdAt'>) =>
  binding([
    'hearth data key',
    String(WRAP_FORMAT),
    row.id,
    row.practiceId,
    row.practiceKeyId,
    row.keyClass,
    row.coupleId,
    row.partnerId ?? '',
    ...(row.authorId ? [row.authorId] : []),
  ]);

function wrap(by: KeyObject, place: Buffer, secret: Buffer): Buffer {
  return Buffer.concat([Buffer.of(WRAP_FORMAT), encrypt(by, place, secret)]);
}

function unwrap(by: KeyObject, place: Buffer, wrapped: Uint8Array): Buffer {
  if (wrapped[0] !== WRAP_FORMAT) throw new SealError('unknown-format');
  const secret = decrypt(by, place, Buffer.from(wrapped.subarray(1)));
  if (secret.length !== KEY_BYTES) throw new SealError('tampered');
  return secret;
}

function masterSecret(masterKeys: readonly MasterKey[], id: string): KeyObject {
  const found = masterKeys.find((key) => key.id === id);
  if (!found || found.key.length !== KEY_BYTES) throw new SealError('no-key');
  return createSecretKey(found.key);
}

function currentMaster(masterKeys: readonly MasterKey[]): MasterKey {
  const first = masterKeys[0];
  if (!first) throw new SealError('no-key');
  return first;
}

export function createPracticeKey(masterKeys: readonly MasterKey[], practiceId: string): PracticeKeyRow {
  const master = currentMaster(masterKeys);
  const row = { id: randomUUID(), practiceId, masterKeyId: master.id };
  const wrapped = wrap(masterSecret(masterKeys, master.id), placeOfPracticeKey(row), randomBytes(KEY_BYTES));
  return { ...row, wrapped };
}

export function openPracticeKey(masterKeys: readonly MasterKey[], row: PracticeKeyRow): PracticeKey {
  const secret = unwrap(masterSecret(masterKeys, row.masterKeyId), placeOfPracticeKey(row), row.wrapped);
  return { id: row.id, practiceId: row.practiceId, secret: createSecretKey(secret) };
}

/** The same practice key under the current master key: what a rotation of master keys writes back. */
export function rewrapPracticeKey(masterKeys: readonly MasterKey[], row: PracticeKeyRow): PracticeKeyRow {
  const master = currentMaster(masterKeys);
  if (row.masterKeyId === master.id) return row;
  const secret = unwrap(masterSecret(masterKeys, row.masterKeyId), placeOfPracticeKey(row), row.wrapped);
  const next = { id: row.id, practiceId: row.practiceId, masterKeyId: master.id };
  return { ...next, wrapped: wrap(masterSecret(masterKeys, master.id), placeOfPracticeKey(next), secret) };
}

/** `createdAt` comes from the caller's clock, since the newest key is the one that seals. */
export function createDataKey(
  practiceKey: PracticeKey,
  key: { keyClass: KeyClass; coupleId: string; partnerId: string | null; authorId?: string; createdAt: Date },
): DataKeyRow {
  const row = {
    id: randomUUID(),
    practiceId: practiceKey.practiceId,
    practiceKeyId: practiceKey.id,
    keyClass: key.keyClass,
    coupleId: key.coupleId,
    partnerId: key.partnerId,
    ...(key.authorId ? { authorId: key.authorId } : {}),
  };
  const wrapped = wrap(practiceKey.secret, placeOfDataKey(row), randomBytes(KEY_BYTES));
  return { ...row, wrapped, createdAt: key.createdAt };
}

export function openDataKey(practiceKey: PracticeKey, row: DataKeyRow): KeyObject {
  if (row.practiceId !== practiceKey.practiceId || row.practiceKeyId !== practiceKey.id) throw new SealError('no-key');
  return createSecretKey(unwrap(practiceKey.secret, placeOfDataKey(row), row.wrapped));
}

/** The same data key under another key of the same practice: what a rotation of practice keys writes back. */
export function rewrapDataKey(from: PracticeKey, to: PracticeKey, row: DataKeyRow): DataKeyRow {
  if (from.practiceId !== to.practiceId) throw new SealError('no-key');
  const secret = unwrap(from.secret, placeOfDataKey(row), row.wrapped);
  const next = { ...row, practiceKeyId: to.id };
  return { ...next, wrapped: wrap(to.secret, placeOfDataKey(next), secret) };
}
