import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { findSettings, findWorkingHours, listContacts } from '@/db/queries/accounts/practices';
import { NotFound } from '@/lib/errors';

/** For those who may change them. */
export async function readSettings(tx: ActorTx) {
  const settings = can(tx.actor, 'practices', 'change') ? await findSettings(tx) : null;
  const work = settings && (await findWorkingHours(tx));
  if (!settings || !work) throw new NotFound();
  return { settings, contacts: await listContacts(tx), work, workKey: randomUUID() };
}
