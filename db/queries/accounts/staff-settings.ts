import { eq } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { NoteFormat } from '../../schema/notes/note-formats';
import { staffSettings } from '../../schema/staff';

/** Somebody's own settings, made with their first change. */
export async function saveStaffSettings(
  tx: ActorTx,
  staffMemberId: string,
  settings: Partial<Pick<typeof staffSettings.$inferSelect, 'hasSingleKeys' | 'noteFormat'>>,
): Promise<void> {
  await tx.db
    .insert(staffSettings)
    .values({ staffMemberId, practiceId: tx.actor.practiceId, ...settings })
    .onConflictDoUpdate({ target: staffSettings.staffMemberId, set: settings });
}

/** What somebody begins notes in; null: they chose none. */
export async function findNoteFormat(tx: ActorTx, staffMemberId: string): Promise<NoteFormat | null> {
  const found = await tx.db
    .select({ noteFormat: staffSettings.noteFormat })
    .from(staffSettings)
    .where(eq(staffSettings.staffMemberId, staffMemberId));
  return found[0]?.noteFormat ?? null;
}
