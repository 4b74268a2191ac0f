import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { flags } from '../../schema/flags';
import { contactNotes, type ContactKind, type ContactOutcome } from '../../schema/follow-up';

export type ContactNoteRow = {
  id: string;
  partnerId: string;
  kind: ContactKind;
  on: string;
  outcome: ContactOutcome | null;
  words: Buffer | null;
  authorName: string;
  writtenAt: string;
  /** Who said that it was entered in error. */
  inErrorBy: string | null;
};

/** Contacts of a couple, the newest first, each with the later row that takes it back. One statement. */
export async function listContactNotes(tx: ActorTx, coupleId: string): Promise<ContactNoteRow[]> {
  const found = await tx.db.execute<ContactNoteRow>(sql`
    select n.id, n.partner_id as "partnerId", n.kind, n."on"::text as on, n.outcome, n.words, s.name as "authorName",
           to_json(n.written_at) #>> '{}' as "writtenAt", w.name as "inErrorBy"
      from contact_notes n
      join staff_members s on s.id = n.author_id
      left join contact_notes x on x.in_error_id = n.id
      left join staff_members w on w.id = x.author_id
     where n.couple_id = ${coupleId} and n.in_error_id is null
     order by n."on" desc, n.written_at desc, n.id
     limit 200`);
  return found.rows;
}

export async function insertContactNote(
  tx: ActorTx,
  row: Omit<typeof contactNotes.$inferInsert, 'practiceId' | 'writtenAt'> & { id: string },
): Promise<void> {
  await tx.db.insert(contactNotes).values({ ...row, practiceId: tx.actor.practiceId, writtenAt: tx.actor.now });
}

/** A note as it was entered, whether or not it was taken back. */
export async function findContactNote(tx: ActorTx, noteId: string) {
  const [row] = await tx.db
    .select()
    .from(contactNotes)
    .where(and(eq(contactNotes.id, noteId), isNull(contactNotes.inErrorId)));
  return row ?? null;
}

export async function isTakenBack(tx: ActorTx, noteId: string): Promise<boolean> {
  const found = await tx.db
    .select({ id: contactNotes.id })
    .from(contactNotes)
    .where(eq(contactNotes.inErrorId, noteId));
  return found.length > 0;
}

/** Which of these open flags of one partner there are; among them a request to be contacted. */
export function listOpenAmong(tx: ActorTx, coupleId: string, partnerId: string, ids: readonly string[]) {
  return tx.db
    .select({ id: flags.id, reason: flags.reason })
    .from(flags)
    .where(
      and(
        eq(flags.coupleId, coupleId),
        eq(flags.partnerId, partnerId),
        inArray(flags.id, [...ids]),
        isNull(flags.settledAt),
      ),
    );
}

/** The care team took up these requests; the first time counts. */
export async function takeUpRequests(tx: ActorTx, ids: readonly string[]): Promise<void> {
  await tx.db
    .update(flags)
    .set({ takenUpAt: tx.actor.now })
    .where(and(inArray(flags.id, [...ids]), eq(flags.reason, 'contactMe'), isNull(flags.takenUpAt)));
}
