import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { saveCalendarChoices } from '@/db/queries/my-settings/calendar-choices';
import type { Answer } from '@/lib/action';
import type { CalendarInput } from './schema';

/** Whether appointments alone go into the file for a calendar, and whether the page shows them. */
export async function changeCalendar(tx: ActorTx, { isAloneInFile, isAloneHidden }: CalendarInput): Promise<Answer> {
  await saveCalendarChoices(tx, { isAloneInFile: isAloneInFile === 'yes', isAloneHidden: isAloneHidden === 'yes' });
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'partner',
    recordId: tx.actor.partnerId,
    coupleId: tx.actor.coupleId,
    concernsPartnerId: tx.actor.partnerId,
  });
  return { message: 'Saved.' };
}
