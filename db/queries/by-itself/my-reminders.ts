// A partner's own alarm: nobody else reads it.
import { eq, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { NotSignedIn } from '../../access/as-actor';
import { reminders } from '../../schema/own-side';

export type MyReminders = Pick<typeof reminders.$inferSelect, 'level' | 'weekdays' | 'time' | 'nextDueAt'>;

function own({ actor: { practiceId, coupleId, partnerId } }: ActorTx) {
  if (!coupleId || !partnerId) throw new NotSignedIn('none');
  return { practiceId, coupleId, partnerId };
}

/** Null for someone who never chose. */
export async function findMyReminders(tx: ActorTx): Promise<MyReminders | null> {
  const { level, weekdays, time, nextDueAt } = reminders;
  const [row] = await tx.db
    .select({ level, weekdays, time, nextDueAt })
    .from(reminders)
    .where(eq(reminders.partnerId, own(tx).partnerId));
  return row ?? null;
}

export async function keepMyReminders(tx: ActorTx, mine: MyReminders): Promise<void> {
  const values = { ...mine, savedAt: tx.actor.now };
  await tx.db
    .insert(reminders)
    .values({ ...own(tx), ...values })
    .onConflictDoUpdate({ target: reminders.partnerId, set: values });
}

/** Null for someone who signs in with a user name. */
export async function findMyMailAddress(tx: ActorTx): Promise<string | null> {
  const found = await tx.db.execute<{ address: string | null }>(sql`select portal.my_mail_address() as address`);
  return found.rows[0]?.address ?? null;
}
