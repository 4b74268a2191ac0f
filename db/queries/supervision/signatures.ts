/** What stands under a signed note, and what a signature waits for. */
import { asc, inArray, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { addenda, sessionNotes } from '../../schema/session-notes';
import { coSignatures, noteReviews } from '../../schema/notes/supervision';

/** What is known of a note without opening it. */
export type NoteStanding = {
  isSigned: boolean;
  /** A supervisor gave it back, and it was not signed again. */
  isReturned: boolean;
  needsApproval: boolean;
  isApproved: boolean;
  needsCoSignature: boolean;
  isCoSignedBySupervisor: boolean;
  /** A co-therapist was asked to co-sign and has not. */
  awaitsCoTherapist: boolean;
  coSignatures: number;
  /** Addenda and late entries. */
  addenda: number;
  isInError: boolean;
};

/** A column of a select from session_notes: what `statusOf` needs. */
export const noteStanding = sql<NoteStanding>`(select jsonb_build_object(
  'isSigned', ${sessionNotes.signedAt} is not null,
  'isReturned', ${sessionNotes.signedAt} is null and exists (select from note_reviews r where r.note_id = ${sessionNotes.id}),
  'needsApproval', ${sessionNotes.needsApproval},
  'isApproved', exists (select from note_reviews r where r.note_id = ${sessionNotes.id} and r.kind = 'approved' and r.note_hash = ${sessionNotes.signedHash}),
  'needsCoSignature', ${sessionNotes.needsCoSignature},
  'isCoSignedBySupervisor', coalesce(g.by_supervisor, false),
  'awaitsCoTherapist', ${sessionNotes.coSignerId} is not null and not coalesce(${sessionNotes.coSignerId} = any (g.authors), false),
  'coSignatures', g.times,
  'addenda', a.times,
  'isInError', a.is_in_error)
  from (select count(*)::int as times, bool_or(x.part = 'supervisor') as by_supervisor, array_agg(x.author_id) as authors
          from co_signatures x where x.note_id = ${sessionNotes.id}) g,
       (select count(*) filter (where x.kind <> 'enteredInError')::int as times, coalesce(bool_or(x.kind = 'enteredInError'), false) as is_in_error
          from addenda x where x.note_id = ${sessionNotes.id}) a)`;

export type SigningNeeds = { approval: boolean; coSignature: boolean };

/** What the author's supervision asks for when a note of this session is signed now. */
export async function findSigningNeeds(tx: ActorTx, sessionId: string, authorId: string): Promise<SigningNeeds> {
  const { rows } = await tx.db.execute<SigningNeeds>(
    sql`select approval, co_signature as "coSignature" from auth.signing_needs(${sessionId}, ${authorId})`,
  );
  return rows[0]!;
}

/** By whom notes of these sessions are being written, apart from the asker's own. */
export async function listNotesBegun(tx: ActorTx, sessionIds: readonly string[]) {
  const { rows } = await tx.db.execute<{ sessionId: string; author: string }>(
    sql`select session_id as "sessionId", author from auth.notes_begun(${sql.param(sessionIds)}::uuid[])`,
  );
  return rows;
}

export const listAddenda = (tx: ActorTx, noteIds: readonly string[]) =>
  tx.db
    .select()
    .from(addenda)
    .where(inArray(addenda.noteId, [...noteIds]))
    .orderBy(asc(addenda.addedAt), asc(addenda.id));

export const listCoSignatures = (tx: ActorTx, noteIds: readonly string[]) =>
  tx.db
    .select()
    .from(coSignatures)
    .where(inArray(coSignatures.noteId, [...noteIds]))
    .orderBy(asc(coSignatures.signedAt), asc(coSignatures.id));

export const listReviews = (tx: ActorTx, noteIds: readonly string[]) =>
  tx.db
    .select()
    .from(noteReviews)
    .where(inArray(noteReviews.noteId, [...noteIds]))
    .orderBy(asc(noteReviews.signedAt), asc(noteReviews.id));

export async function insertAddendum(tx: ActorTx, row: typeof addenda.$inferInsert): Promise<void> {
  await tx.db.insert(addenda).values(row);
}

export async function insertCoSignature(tx: ActorTx, row: typeof coSignatures.$inferInsert): Promise<void> {
  await tx.db.insert(coSignatures).values(row);
}

export async function insertReview(tx: ActorTx, row: typeof noteReviews.$inferInsert): Promise<void> {
  await tx.db.insert(noteReviews).values(row);
}
