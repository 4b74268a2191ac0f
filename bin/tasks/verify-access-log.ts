// What `npm run audit:verify` does, under the owner's login: lines go to the output, the answer is JSON on file descriptor 3.
import { writeSync } from 'node:fs';
import { verifyAccessLog } from '@/lib/access-log/verify';
import { readEnv } from '@/lib/env';
import { SettingsError } from '@/lib/keys-file';

const { databaseOwnerUrl: ownerUrl, headsFile, keys } = readEnv();
if (!ownerUrl) throw new SettingsError('DATABASE_OWNER_URL is missing: only the owner may read the whole log.');
const { isWhole, lines } = await verifyAccessLog({ ownerUrl, headsFile, masterKeys: keys.masterKeys });
process.stdout.write(`${lines.join('\n')}\n`);
writeSync(3, JSON.stringify({ isWhole }));
