// What `npm run keys` does beside making a file, under the owner's login: lines go to the output, whether it was done is JSON on file descriptor 3.
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CareStopped, lookAtKeys } from '@/db/installation/key-care';
import { KEY_CLASSES, type KeyClass } from '@/db/schema/sealed-keys';
import { readEnv } from '@/lib/env';
import { keysInUse } from '@/lib/key-care/keys-in-use';
import { renewDataKeys } from '@/lib/key-care/renew-data-keys';
import { type CareSettings, dropOldMasterKey, rotateMasterKey } from '@/lib/key-care/rotate-master-key';
import { rotatePracticeKeys } from '@/lib/key-care/rotate-practice-key';
import { shredPrivateText } from '@/lib/key-care/shred';
import { readKeys, SettingsError } from '@/lib/keys-file';

const said = (line: string) => void process.stdout.write(`${line}\n`);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function uuid(text: string | undefined, what: string): string {
  if (text && UUID.test(text)) return text;
  throw new CareStopped(`Name ${what} by its id, such as 7d3e1f8a-0b1c-4d2e-9f3a-5b6c7d8e9f0a.`);
}

async function status({ ownerUrl, keysPlace, headsFile }: CareSettings): Promise<void> {
  const { masterKeys } = readKeys(keysPlace);
  const inUse = await lookAtKeys(ownerUrl, (care) => keysInUse(care, { headsFile, masterKeys }));
  masterKeys.forEach(({ id }, place) => {
    const practices = inUse.practiceKeys.get(id) ?? 0;
    const secrets = inUse.accountSecrets.get(id) ?? 0;
    const heads = inUse.heads.includes(id) ? ', lines of the access log’s heads' : '';
    said(
      `Master key ${id}${place === 0 ? ', which seals what is new' : ''}: ${practices} keys of practices, ${secrets} secrets of accounts${heads}.`,
    );
  });
}

async function run([command = '', ...words]: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { through: { type: 'string' }, confirm: { type: 'string' }, of: { type: 'string' } },
  });
  const { databaseOwnerUrl: ownerUrl, keysPlace, headsFile } = readEnv();
  if (!ownerUrl)
    throw new SettingsError('DATABASE_OWNER_URL is missing: only the login that owns the database may change keys.');
  const settings: CareSettings = { ownerUrl, keysPlace, headsFile, said };
  const [first] = positionals;
  switch (command) {
    case 'status':
      return status(settings);
    case 'master':
      return rotateMasterKey(settings);
    case 'drop':
      return dropOldMasterKey(settings, first ?? '');
    case 'practice':
      return rotatePracticeKeys(settings, first === undefined ? null : uuid(first, 'the practice'));
    case 'data': {
      if (first !== undefined && !KEY_CLASSES.includes(first as KeyClass))
        throw new CareStopped(`Name a class of keys: ${KEY_CLASSES.join(', ')}.`);
      const owner = values.of === undefined ? null : uuid(values.of, 'the couple, partner or staff member');
      return renewDataKeys(settings, { keyClass: (first as KeyClass | undefined) ?? null, owner });
    }
    case 'shred':
      return shredPrivateText(settings, {
        partnerId: uuid(first, 'the partner'),
        through: values.through ?? '',
        confirm: values.confirm ?? null,
      });
    default:
      throw new CareStopped('There is no such command.');
  }
}

const answer = (isWhole: boolean) => writeSync(3, JSON.stringify({ isWhole }));
try {
  await run(process.argv.slice(2));
  answer(true);
} catch (error) {
  const isSaid = error instanceof SettingsError || error instanceof CareStopped || isArgument(error);
  if (!isSaid && !isEmpty(error)) throw error;
  said(isSaid ? error.message : 'This database holds no Hearth yet.');
  answer(false);
}

/** The role that keys are cared for with comes with the first migration. */
function isEmpty(error: unknown): boolean {
  return (error as { code?: unknown }).code === '22023';
}

function isArgument(error: unknown): error is Error {
  return String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
}
