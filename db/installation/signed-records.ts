/** Everything that was ever signed in this installation, as the fixed functions' role sees it, to be held against its hashes. Reads only. */
import { and, asc, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { dataKeys, practiceKeys } from '../schema/sealed-keys';
import { addenda, sessionNotes } from '../schema/session-notes';
import { coSignatures, noteReviews } from '../schema/notes/supervision';

export type SignedRecords = {
  notes: (typeof sessionNotes.$inferSelect)[];
  addenda: (typeof addenda.$inferSelect)[];
  coSignatures: (typeof coSignatures.$inferSelect)[];
  reviews: (typeof noteReviews.$inferSelect)[];
  dataKeys: (typeof dataKeys.$inferSelect)[];
  practiceKeys: (typeof practiceKeys.$inferSelect)[];
};

const AT_ONCE = 200;

/** Calls `work` with some notes at a time and all that stands under them; with one alone when it is named. */
export async function readSignedRecords(
  settings: { ownerUrl: string; noteId?: string },
  work: (records: SignedRecords) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: settings.ownerUrl });
  await client.connect();
  const db = drizzle(client);
  try {
    // Forced row security would hide the rows from an owner that is no superuser; hearth_rules may see them.
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local role hearth_rules');
    const keyRows = await db.select().from(practiceKeys);
    for (let after: string | null = null; ;) {
      const notes: SignedRecords['notes'] = await db
        .select()
        .from(sessionNotes)
        .where(
          and(
            settings.noteId ? eq(sessionNotes.id, settings.noteId) : undefined,
            isNotNull(sessionNotes.signedAt),
            after === null ? undefined : gt(sessionNotes.id, after),
          ),
        )
        .orderBy(asc(sessionNotes.id))
        .limit(AT_ONCE);
      if (notes.length === 0) break;
      const ids = notes.map(({ id }) => id);
      work({
        notes,
        addenda: await db.select().from(addenda).where(inArray(addenda.noteId, ids)),
        coSignatures: await db.select().from(coSignatures).where(inArray(coSignatures.noteId, ids)),
        reviews: await db.select().from(noteReviews).where(inArray(noteReviews.noteId, ids)),
        dataKeys: await db
          .select()
          .from(dataKeys)
          .where(inArray(dataKeys.coupleId, [...new Set(notes.map(({ coupleId }) => coupleId))])),
        practiceKeys: keyRows,
      });
      after = ids.at(-1)!;
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}
