/** A new master key: every practice's key and every account's secret is wrapped anew by it, and the heads of the access log are signed anew. */
import 'server-only';
import {
  CareStopped,
  careForKeys,
  type KeyCare,
  listAccountSecrets,
  listPracticeKeys,
  outlastOthers,
  replaceAccountSecret,
  replacePracticeKey,
} from '@/db/installation/key-care';
import { signHeadsAnew } from '@/lib/access-log/heads-file';
import { type KeysPlace, readKeys } from '@/lib/keys-file';
import { accountSecretKeyId, openAccountSecret, sealAccountSecret } from '@/lib/sealed/account-secret';
import { type MasterKey, rewrapPracticeKey } from '@/lib/sealed/keys';
import { addMasterKey, dropMasterKey, outlastOldKeys } from './change-keys-file';
import { keysInUse, neededIds, refuseMissingMasterKeys, TOTP_SECRET } from './keys-in-use';

export type CareSettings = { ownerUrl: string; keysPlace: KeysPlace; headsFile: string; said: (line: string) => void };

/** Rounds after which nothing is left, unless a process with other keys goes on making more. */
const MOST_ROUNDS = 5;

/**
 * Killed anywhere and run again, it goes on with the key it had begun: a new one is made only when everything is under the first
 * of the file already.
 */
export function rotateMasterKey({ ownerUrl, keysPlace, headsFile, said }: CareSettings): Promise<void> {
  return careForKeys(ownerUrl, async (care) => {
    let { masterKeys } = readKeys(keysPlace);
    await refuseMissingMasterKeys(care, keysPlace, masterKeys);
    const isOld = (id: string) => id !== masterKeys[0]!.id;
    const inUse = neededIds(await keysInUse(care, { headsFile, masterKeys }));
    if ([...inUse].some(isOld)) said(`Going on with master key ${masterKeys[0]!.id}, the first of the file.`);
    else {
      ({ masterKeys } = await addMasterKey(keysPlace, readKeys(keysPlace)));
      said(
        `Master key ${masterKeys[0]!.id} was made and stands first in the file. Copy the file to where you keep it.`,
      );
    }
    await outlastOldKeys(keysPlace);
    await outlastOthers(care);
    for (let round = 1; (await wrapAnew(care, masterKeys)) > 0; round += 1) {
      if (round === MOST_ROUNDS) {
        throw new CareStopped(
          'A Hearth that runs still works with the old keys. Give every one the same keys, start it again, and run this once more.',
        );
      }
    }
    await signHeadsAnew(headsFile, masterKeys);
    said(`Everything is under master key ${masterKeys[0]!.id} now.`);
    for (const { id } of masterKeys.slice(1)) said(`${id} is needed no more: npm run keys -- drop ${id}`);
  });
}

/** How many were still under another key. */
async function wrapAnew(care: KeyCare, masterKeys: readonly MasterKey[]): Promise<number> {
  const current = masterKeys[0]!.id;
  const practiceKeys = (await listPracticeKeys(care)).filter(({ masterKeyId }) => masterKeyId !== current);
  for (const row of practiceKeys) {
    const { masterKeyId, wrapped } = rewrapPracticeKey(masterKeys, row);
    await replacePracticeKey(care, row, { masterKeyId, wrapped: Buffer.from(wrapped) });
  }
  const secrets = (await listAccountSecrets(care)).filter(
    ({ secret: sealed }) => accountSecretKeyId(sealed) !== current,
  );
  for (const row of secrets) {
    const ref = { ...TOTP_SECRET, rowId: row.id, accountId: row.accountId };
    await replaceAccountSecret(
      care,
      row,
      sealAccountSecret(masterKeys, ref, openAccountSecret(masterKeys, ref, row.secret)),
    );
  }
  return practiceKeys.length + secrets.length;
}

/** Takes a master key out of the file once nothing needs it. */
export function dropOldMasterKey({ ownerUrl, keysPlace, headsFile, said }: CareSettings, id: string): Promise<void> {
  return careForKeys(ownerUrl, async (care) => {
    const { masterKeys } = readKeys(keysPlace);
    if (!masterKeys.some((key) => key.id === id)) throw new CareStopped(`There is no master key ${id} in the file.`);
    if (masterKeys[0]!.id === id)
      throw new CareStopped(
        `${id} is the first of the file, which seals what is new: npm run keys -- master makes another.`,
      );
    if (neededIds(await keysInUse(care, { headsFile, masterKeys })).has(id))
      throw new CareStopped(`${id} is still needed: npm run keys -- master wraps everything anew first.`);
    await dropMasterKey(keysPlace, id);
    said(
      `${id} was taken out of the file. Backups made before today open with it alone: keep a copy of it for as long as you keep them.`,
    );
  });
}
