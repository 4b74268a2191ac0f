import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { writeAudit } from '@/db/queries/audit';
import { changePractice, replaceContacts } from '@/db/queries/accounts/practices';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import type { ChangeSettingsInput } from './schema';

export async function changeSettings(tx: ActorTx, { contacts, ...settings }: ChangeSettingsInput): Promise<Answer> {
  if (!can(tx.actor, 'practices', 'change') || !(await changePractice(tx, settings))) throw new NotFound();
  await replaceContacts(tx, contacts);
  await writeAudit(tx, { act: 'changed', recordKind: 'practice', recordId: tx.actor.practiceId });
  return { message: 'Saved. Partners see it from the next page they open.' };
}
