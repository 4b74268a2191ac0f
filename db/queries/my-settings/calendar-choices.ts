import { eq } from 'drizzle-orm';
import { type ActorTx, NotSignedIn } from '../../access/as-actor';
import { calendarChoices } from '../../schema/own-side';

export type CalendarChoices = Pick<typeof calendarChoices.$inferSelect, 'isAloneInFile' | 'isAloneHidden'>;

/** One's own, or what holds until something is chosen. One statement. */
export async function findCalendarChoices(tx: ActorTx): Promise<CalendarChoices> {
  const [row] = await tx.db
    .select({ isAloneInFile: calendarChoices.isAloneInFile, isAloneHidden: calendarChoices.isAloneHidden })
    .from(calendarChoices)
    .where(eq(calendarChoices.partnerId, tx.actor.partnerId!));
  return row ?? { isAloneInFile: false, isAloneHidden: false };
}

export async function saveCalendarChoices(tx: ActorTx, choices: CalendarChoices): Promise<void> {
  const { practiceId, partnerId } = tx.actor;
  if (!partnerId) throw new NotSignedIn('none');
  await tx.db
    .insert(calendarChoices)
    .values({ practiceId, partnerId, ...choices })
    .onConflictDoUpdate({ target: calendarChoices.partnerId, set: choices });
}
