import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { writeAudit } from '@/db/queries/audit';
import { changeWorkingHours } from '@/db/queries/accounts/practices';
import type { WeekHours } from '@/db/schema/practices';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import type { WorkingHoursInput } from './schema';

/** When the practice works: what rule 11 counts its hours and days by. It holds for what waits already, too. */
export async function saveWorkingHours(tx: ActorTx, { hours, closedDays }: WorkingHoursInput): Promise<Answer> {
  const workingHours: WeekHours = Object.fromEntries(
    hours.flatMap(({ from, to }, at) => (from === '' ? [] : [[String(at + 1), { from, to }]])),
  );
  const isChanged =
    can(tx.actor, 'practices', 'change') && (await changeWorkingHours(tx, { workingHours, closedDays }));
  if (!isChanged) throw new NotFound();
  await writeAudit(tx, { act: 'changed', recordKind: 'practice', recordId: tx.actor.practiceId });
  return { message: 'Saved. Alerts go by these hours from now on.' };
}
