import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { findSettings, listContacts } from '@/db/queries/accounts/practices';
import { NotFound } from '@/lib/errors';

/** For those who may change them. */
export async function readSettings(tx: ActorTx) {
  const settings = can(tx.actor, 'practices', 'change') ? await findSettings(tx) : null;
  if (!settings) throw new NotFound();
  return { settings, contacts: await listContacts(tx) };
}
