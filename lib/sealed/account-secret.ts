/**
 * The secret of an account, which belongs to no practice: sealed with a key of the account's own, derived from a master key. Format 1, all of
 * it in one bytea: version (1 byte) · length of the master key's id (1) · that id · IV (12) · tag (16) · ciphertext. Under another
 * master key it is sealed anew; the id says which one it needs.
 */
import 'server-only';
import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { binding } from './binding';
import { decrypt, encrypt } from './cipher';
import { SealError } from './errors';
import type { MasterKey } from './keys';

const FORMAT = 1;

/** Where it lives. Moved anywhere else, it does not open. */
export type AccountSecretRef = { table: string; column: string; rowId: string; accountId: string };

export function sealAccountSecret(masterKeys: readonly MasterKey[], ref: AccountSecretRef, secret: Uint8Array): Buffer {
  const master = masterKeys[0];
  if (!master) throw new SealError('no-key');
  const id = Buffer.from(master.id);
  const header = Buffer.concat([Buffer.of(FORMAT, id.length), id]);
  return Buffer.concat([header, encrypt(keyOf(master, ref), placeOf(ref, master.id), Buffer.from(secret))]);
}

/** Which master key it needs. */
export const accountSecretKeyId = (sealed: Uint8Array): string =>
  Buffer.from(sealed.subarray(2, 2 + (sealed[1] ?? 0))).toString();

export function openAccountSecret(masterKeys: readonly MasterKey[], ref: AccountSecretRef, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== FORMAT) throw new SealError('unknown-format');
  const end = 2 + (bytes[1] ?? 0);
  const id = bytes.subarray(2, end).toString();
  const master = masterKeys.find((key) => key.id === id);
  if (!master) throw new SealError('no-key');
  return decrypt(keyOf(master, ref), placeOf(ref, id), bytes.subarray(end));
}

const keyOf = (master: MasterKey, { accountId }: AccountSecretRef): KeyObject =>
  createSecretKey(
    Buffer.from(hkdfSync('sha256', master.key, new Uint8Array(), binding(['hearth account key', accountId]), 32)),
  );

const placeOf = ({ table, column, rowId, accountId }: AccountSecretRef, masterKeyId: string): Buffer =>
  binding(['hearth account secret', String(FORMAT), table, column, rowId, accountId, masterKeyId]);
