import { asc, eq } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { practices, supportContacts } from '../../schema/practices';

export type PracticeSettings = Pick<
  typeof practices.$inferSelect,
  | 'name'
  | 'timeZone'
  | 'portalTitle'
  | 'senderName'
  | 'mailSubject'
  | 'closeUrl'
  | 'letterName'
  | 'letterAddress'
  | 'clinicIdleMinutes'
  | 'requiresFactor'
  | 'pclChange'
>;
export type Contact = { label: string; detail: string };

export async function findSettings(tx: ActorTx): Promise<PracticeSettings | null> {
  const [row] = await tx.db
    .select({
      name: practices.name,
      timeZone: practices.timeZone,
      portalTitle: practices.portalTitle,
      senderName: practices.senderName,
      mailSubject: practices.mailSubject,
      closeUrl: practices.closeUrl,
      letterName: practices.letterName,
      letterAddress: practices.letterAddress,
      clinicIdleMinutes: practices.clinicIdleMinutes,
      requiresFactor: practices.requiresFactor,
      pclChange: practices.pclChange,
    })
    .from(practices)
    .where(eq(practices.id, tx.actor.practiceId));
  return row ?? null;
}

export async function listContacts(tx: ActorTx): Promise<Contact[]> {
  return tx.db
    .select({ label: supportContacts.label, detail: supportContacts.detail })
    .from(supportContacts)
    .where(eq(supportContacts.practiceId, tx.actor.practiceId))
    .orderBy(asc(supportContacts.position));
}

/** False when this person may not. */
export async function changePractice(
  tx: ActorTx,
  to: Omit<PracticeSettings, 'pclChange'> & { pclChange?: number },
): Promise<boolean> {
  const { rowCount } = await tx.db.update(practices).set(to).where(eq(practices.id, tx.actor.practiceId));
  return rowCount === 1;
}

export async function replaceContacts(tx: ActorTx, contacts: readonly Contact[]): Promise<void> {
  const { practiceId } = tx.actor;
  await tx.db.delete(supportContacts).where(eq(supportContacts.practiceId, practiceId));
  await tx.db
    .insert(supportContacts)
    .values(contacts.map((contact, at) => ({ ...contact, practiceId, position: at + 1 })));
}

export type WorkingHours = Pick<typeof practices.$inferSelect, 'workingHours' | 'closedDays'>;

export async function findWorkingHours(tx: ActorTx): Promise<WorkingHours | null> {
  const { workingHours, closedDays } = practices;
  const [row] = await tx.db
    .select({ workingHours, closedDays })
    .from(practices)
    .where(eq(practices.id, tx.actor.practiceId));
  return row ?? null;
}

/** False when this person may not. */
export async function changeWorkingHours(tx: ActorTx, to: WorkingHours): Promise<boolean> {
  const { rowCount } = await tx.db.update(practices).set(to).where(eq(practices.id, tx.actor.practiceId));
  return rowCount === 1;
}
