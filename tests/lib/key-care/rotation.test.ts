// Keys change under readers and writers: nobody notices, nothing is lost, and a kill in the middle is made good by running it again.
import { OWN_KEYS, masterKeyIds, removeOwnKeys } from './own-keys';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealTotpSecret, openTotpSecret } from '@/lib/accounts/factors/totp';
import { sealAccessLog } from '@/lib/access-log/seal';
import { verifyAccessLog } from '@/lib/access-log/verify';
import { lookAtKeys } from '@/db/installation/key-care';
import { readEnv } from '@/lib/env';
import { refuseMissingMasterKeys } from '@/lib/key-care/keys-in-use';
import { type KeysPlace, readKeys } from '@/lib/keys-file';
import { useFreshDatabase } from '../../support/database';
import { isDeep } from '../../support/volume';
import { coupleAtHome, type CoupleAtHome } from '../../support/partner-day';
import { killKeysWhen, runKeys, startWith } from './command';
import { beginLoad, type Load, lostTexts } from './load';

const database = useFreshDatabase();
let at: CoupleAtHome;
const secret = Buffer.from('an authenticator key');

beforeAll(async () => {
  at = await coupleAtHome(database.owner);
  const { id, sealed } = sealTotpSecret(at.therapist.accountId, secret);
  await database.owner.query('insert into totp_factors (id, account_id, secret, last_step) values ($1, $2, $3, 0)', [
    id,
    at.therapist.accountId,
    sealed,
  ]);
  await sealAccessLog();
});
afterAll(removeOwnKeys);

const count = async (text: string, values: unknown[] = []): Promise<number> =>
  Number(
    (await database.owner.query<{ count: string }>(`select count(*) as count from ${text}`, values)).rows[0]!.count,
  );

/** What a start asks of its keys: that they open all there is. */
const checked = (place: KeysPlace) =>
  lookAtKeys(database.ownerUrl, (care) => refuseMissingMasterKeys(care, place, readKeys(place).masterKeys));

/** Runs a rotation beside the load, and then holds that every read and write went well and every text is exact. */
async function underLoad(work: () => Promise<void>): Promise<Load> {
  const load = beginLoad(at);
  while (load.done < 20) await new Promise((resolve) => setTimeout(resolve, 20));
  const before = load.done;
  await work();
  const between = load.done - before;
  await load.stop();
  expect(load.failures).toEqual([]);
  expect(between).toBeGreaterThan(10);
  expect(await lostTexts(at, load)).toEqual([]);
  return load;
}

test('a new master key comes under load, also when it was killed in the middle, and everything opens when the old one has been taken out', async () => {
  await underLoad(async () => {
    expect(await killKeysWhen(database, async () => masterKeyIds().length > 1, 'master')).toBe(true);
    const { isDone, lines } = await runKeys(database, 'master');
    expect(lines.join('\n')).toContain('Everything is under master key m2 now.');
    expect(isDone).toBe(true);
  });
  expect(masterKeyIds()).toEqual(['m2', 'm1']);
  expect(await count(`practice_keys where master_key_id <> 'm2'`)).toBe(0);
  const both = readFileSync(OWN_KEYS, 'utf8');
  await underLoad(async () => expect(await runKeys(database, 'drop', 'm1')).toMatchObject({ isDone: true }));
  expect(masterKeyIds()).toEqual(['m2']);
  expect(both).not.toBe(readFileSync(OWN_KEYS, 'utf8'));

  // A process that starts now knows nothing but the file.
  const { masterKeys } = readEnv().keys;
  expect(masterKeys[0]!.id).toBe('m2');
  const { rows } = await database.owner.query<{ id: string; secret: Buffer }>('select id, secret from totp_factors');
  const factor = { id: rows[0]!.id, secret: rows[0]!.secret.toString('base64') };
  expect(openTotpSecret(at.therapist.accountId, factor)).toEqual(secret);
  await checked({ file: OWN_KEYS });
  const verified = await verifyAccessLog({
    ownerUrl: database.ownerUrl,
    headsFile: readEnv().headsFile,
    masterKeys: readKeys({ file: OWN_KEYS }).masterKeys,
  });
  expect(verified).toMatchObject({ isWhole: true });
});

test('a key that is still needed is neither taken out by the command nor missed by a start', async () => {
  expect(await runKeys(database, 'drop', masterKeyIds()[0]!)).toMatchObject({ isDone: false });
  const { masterKeys, ...rest } = JSON.parse(readFileSync(OWN_KEYS, 'utf8')) as {
    masterKeys: { id: string; key: string }[];
  };
  const other = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64');
  const lacking = JSON.stringify({ ...rest, masterKeys: [{ id: 'm9', key: other }] });
  const said = await startWith(database, { HEARTH_KEYS: lacking });
  expect(said).toBe(
    'HEARTH_KEYS lacks a master key that the database still needs: put back the one that was taken out, or name the keys that belong to this database.',
  );
  const swapped = JSON.stringify({ ...rest, masterKeys: [{ id: masterKeys[0]!.id, key: other }] });
  await expect(checked({ text: swapped })).rejects.toThrow(/^HEARTH_KEYS holds another master key than .*\.$/);
  await checked({ text: JSON.stringify({ ...rest, masterKeys }) });
});

test('a new key of the practice comes under load, also when it was killed in the middle', async () => {
  const before = (await database.owner.query<{ id: string }>('select id from practice_keys')).rows[0]!.id;
  await underLoad(async () => {
    const wasKilled = await killKeysWhen(database, async () => (await count('practice_keys')) > 1, 'practice');
    expect(wasKilled).toBe(true);
    expect(await runKeys(database, 'practice', at.practice.practiceId)).toMatchObject({ isDone: true });
  });
  expect(await count('practice_keys')).toBe(1);
  expect(await count('practice_keys where id = $1', [before])).toBe(0);
  expect(await count('data_keys where practice_key_id = $1', [before])).toBe(0);
});

test('new data keys come under load, also when it was killed in the middle: new writes use the new one, old rows open by the old one', async () => {
  const line = `data_keys where couple_id = '${at.couple.coupleId}' and key_class = 'partner.private' and partner_id = '${at.first.partnerId}'`;
  const waiting = `data_keys where created_at = 'epoch'`;
  await underLoad(async () => {
    expect(await killKeysWhen(database, async () => (await count(waiting)) > 0, 'data')).toBe(true);
    expect(await runKeys(database, 'data')).toMatchObject({ isDone: true });
  });
  expect(await count(waiting)).toBe(0);
  expect(await count(line)).toBe(2);
  await underLoad(async () =>
    expect(await runKeys(database, 'data', 'partner.private', '--of', at.first.partnerId)).toMatchObject({
      isDone: true,
    }),
  );
  expect(await count(line)).toBe(3);
  const { rows } = await database.owner.query<{ id: string; last: string }>(
    `select (select id from ${line} order by created_at desc limit 1) as id,
            (select encode(substring(text from 2 for 16), 'hex')::uuid from reflections where partner_id = $1 order by sent_at desc limit 1) as last`,
    [at.first.partnerId],
  );
  expect(rows[0]!.last).toBe(rows[0]!.id);
});

test.runIf(isDeep)(
  'killed at any moment, a rotation of the master key is finished by the next run',
  { timeout: 300_000 },
  async () => {
    for (let round = 0; round < 10; round += 1) {
      // What one round wrote would slow the next one's readers.
      at = await coupleAtHome(database.owner);
      const before = masterKeyIds()[0]!;
      await underLoad(async () => {
        await killKeysWhen(database, async () => masterKeyIds()[0] !== before && Math.random() < 0.005, 'master');
        const inFile = masterKeyIds().length;
        expect(await runKeys(database, 'master')).toMatchObject({ isDone: true });
        // One that had ended before the kill came is followed by another.
        expect(masterKeyIds().length).toBeLessThanOrEqual(inFile + 1);
      });
      expect(await count('practice_keys where master_key_id <> $1', [masterKeyIds()[0]])).toBe(0);
    }
  },
);

test('two commands at once: one is refused, in one sentence', async () => {
  const ended = await Promise.all([runKeys(database, 'practice'), runKeys(database, 'practice')]);
  const refused = ended.filter(({ isDone }) => !isDone);
  for (const { lines } of refused)
    expect(lines).toEqual(['Another command for keys runs on this database. Wait until it has ended.']);
  expect(refused.length).toBeLessThan(2);
  expect(await count('practice_keys')).toBe(1);
});
