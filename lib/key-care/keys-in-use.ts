/** Which master keys what is there still needs: the practices' keys, the accounts' secrets, and the signed heads of the access log. */
import 'server-only';
import { type KeyCare, listAccountSecrets, listPracticeKeys } from '@/db/installation/key-care';
import { keyIdsOfHeads } from '@/lib/access-log/heads-file';
import { type KeysPlace, nameOfPlace, SettingsError } from '@/lib/keys-file';
import { accountSecretKeyId, openAccountSecret } from '@/lib/sealed/account-secret';
import { type MasterKey, openPracticeKey } from '@/lib/sealed/keys';

export type InUse = { practiceKeys: Map<string, number>; accountSecrets: Map<string, number>; heads: string[] };

export const TOTP_SECRET = { table: 'totp_factors', column: 'secret' };

export async function keysInUse(
  care: KeyCare,
  at: { headsFile: string; masterKeys: readonly MasterKey[] },
): Promise<InUse> {
  const count = (ids: string[]) => new Map([...Map.groupBy(ids, (id) => id)].map(([id, all]) => [id, all.length]));
  return {
    practiceKeys: count((await listPracticeKeys(care)).map(({ masterKeyId }) => masterKeyId)),
    accountSecrets: count((await listAccountSecrets(care)).map(({ secret }) => accountSecretKeyId(secret))),
    heads: await keyIdsOfHeads(at.headsFile, at.masterKeys),
  };
}

export const neededIds = ({ practiceKeys, accountSecrets, heads }: InUse): Set<string> =>
  new Set([...practiceKeys.keys(), ...accountSecrets.keys(), ...heads]);

/** Refuses keys that do not open what the database holds, in one sentence that names the setting and not the key. */
export async function refuseMissingMasterKeys(
  care: KeyCare,
  place: KeysPlace,
  masterKeys: readonly MasterKey[],
): Promise<void> {
  const opens = (one: () => unknown) => {
    try {
      one();
      return true;
    } catch {
      return false;
    }
  };
  const practiceKeys = await listPracticeKeys(care);
  const secrets = await listAccountSecrets(care);
  const has = new Set(masterKeys.map(({ id }) => id));
  const name = nameOfPlace(place);
  if (
    practiceKeys.some(({ masterKeyId }) => !has.has(masterKeyId)) ||
    secrets.some(({ secret }) => !has.has(accountSecretKeyId(secret)))
  ) {
    throw new SettingsError(
      `${name} lacks a master key that the database still needs: put back the one that was taken out, or name the keys that belong to this database.`,
    );
  }
  if (
    !practiceKeys.every((row) => opens(() => openPracticeKey(masterKeys, row))) ||
    !secrets.every(({ id, accountId, secret }) =>
      opens(() => openAccountSecret(masterKeys, { ...TOTP_SECRET, rowId: id, accountId }, secret)),
    )
  ) {
    throw new SettingsError(
      `${name} holds another master key than the one this database was sealed with: name the keys that belong to it.`,
    );
  }
}
