import { and, desc, eq, sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import { processNotes } from '../schema/notes/process-notes';
import { dataKeys, practiceKeys } from '../schema/sealed-keys';

export type ProcessNoteRow = typeof processNotes.$inferSelect;

/** The asker's own key of process notes for a couple, with the practice's key that wraps it, beside each note. */
const withKey = (tx: ActorTx) =>
  tx.db
    .select({ note: processNotes, dataKey: dataKeys, practiceKey: practiceKeys })
    .from(processNotes)
    .innerJoin(dataKeys, sql`${dataKeys.id} = encode(substring(${processNotes.text} from 2 for 16), 'hex')::uuid`)
    .innerJoin(practiceKeys, eq(practiceKeys.id, dataKeys.practiceKeyId));

type WithKey = Awaited<ReturnType<typeof withKey>>[number];
export type OwnNotes = {
  notes: ProcessNoteRow[];
  keys: { dataKeys: WithKey['dataKey'][]; practiceKeys: WithKey['practiceKey'][] };
};

const together = (rows: WithKey[]): OwnNotes => ({
  notes: rows.map(({ note }) => note),
  keys: {
    dataKeys: [...new Map(rows.map(({ dataKey }) => [dataKey.id, dataKey])).values()],
    practiceKeys: [...new Map(rows.map(({ practiceKey }) => [practiceKey.id, practiceKey])).values()],
  },
});

/** At most so many on one page; older ones are reached by their day. */
export const PROCESS_NOTES_SHOWN = 200;

/** One's own notes about a couple, the newest day first; without a couple, those about couples one no longer cares for. */
export async function listProcessNotes(tx: ActorTx, coupleId: string | null): Promise<OwnNotes> {
  const rows = await withKey(tx)
    .where(
      and(
        eq(processNotes.authorId, tx.actor.staffMemberId!),
        coupleId === null
          ? sql`${processNotes.coupleId} <> all ((select auth.my_couple_ids())::uuid[])`
          : eq(processNotes.coupleId, coupleId),
      ),
    )
    .orderBy(desc(processNotes.on), desc(processNotes.createdAt), processNotes.id)
    .limit(PROCESS_NOTES_SHOWN);
  return together(rows);
}

export async function findProcessNote(tx: ActorTx, noteId: string): Promise<OwnNotes> {
  return together(await withKey(tx).where(eq(processNotes.id, noteId)));
}

/** The same, locked until the transaction ends. */
export async function lockProcessNote(tx: ActorTx, noteId: string): Promise<OwnNotes> {
  return together(await withKey(tx).where(eq(processNotes.id, noteId)).for('update', { of: processNotes }));
}

/** False when there is a row with this id, be it one's own or not. */
export async function insertProcessNote(
  tx: ActorTx,
  row: Pick<ProcessNoteRow, 'id' | 'coupleId' | 'on' | 'savedIn' | 'savedOrder' | 'text'>,
): Promise<boolean> {
  const { practiceId, staffMemberId, now } = tx.actor;
  const own = { practiceId, authorId: staffMemberId!, createdAt: now, updatedAt: now };
  const made = await tx.db
    .insert(processNotes)
    .values({ ...row, ...own })
    .onConflictDoNothing();
  return made.rowCount === 1;
}

export async function changeProcessNote(
  tx: ActorTx,
  noteId: string,
  change: Pick<ProcessNoteRow, 'on' | 'savedIn' | 'savedOrder' | 'text' | 'version'>,
): Promise<void> {
  await tx.db
    .update(processNotes)
    .set({ ...change, updatedAt: tx.actor.now })
    .where(eq(processNotes.id, noteId));
}

export async function deleteProcessNote(tx: ActorTx, noteId: string): Promise<{ coupleId: string } | null> {
  const [gone] = await tx.db
    .delete(processNotes)
    .where(eq(processNotes.id, noteId))
    .returning({ coupleId: processNotes.coupleId });
  return gone ?? null;
}
