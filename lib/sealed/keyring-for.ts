/** The keyring of one staff member for the couples at hand: Postgres hands out only the keys this person may have. */
import 'server-only';
import type { ActorRows } from '@/db/access/as-actor';
import { listKeys } from '@/db/queries/sealed-keys';
import { readEnv } from '@/lib/env';
import { type Keyring, openKeyring } from './keyring';

export async function keyringFor(asker: ActorRows, coupleIds: readonly string[]): Promise<Keyring> {
  return openKeyring(readEnv().keys.masterKeys, await listKeys(asker, coupleIds));
}
