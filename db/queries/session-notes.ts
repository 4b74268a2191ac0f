import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import { noteCoAuthors, noteVersions, sessionNotes } from '../schema/session-notes';
import { sessions } from '../schema/sessions';
import { dataKeys, practiceKeys } from '../schema/sealed-keys';
import { staffMembers } from '../schema/staff';
import { noteStanding } from './supervision/signatures';

export type NoteRow = typeof sessionNotes.$inferSelect;
export type NoteVersionRow = typeof noteVersions.$inferSelect;
export type NewNoteVersion = typeof noteVersions.$inferInsert;

/** Of a note: whether the asker is its author or a co-author. */
export const mayWrite = ({ actor }: ActorTx) =>
  sql<boolean>`(${sessionNotes.authorId} = ${actor.staffMemberId} or exists (select from ${noteCoAuthors} c
                 where c.note_id = ${sessionNotes.id} and c.co_author_id = ${actor.staffMemberId}))`;
/** Of a note: whether the asker may say that it was entered in error, as the policy of addenda has it. */
export const mayEnterInError = ({ actor }: ActorTx) =>
  sql<boolean>`(${sessionNotes.authorId} = ${actor.staffMemberId} or ${sessionNotes.coupleId} = any (auth.couple_ids_led('therapist')))`;
/** Of a note: whether the asker treats the couple beside its author, as the policy of co-signatures has it. */
export const treatsBeside = ({ actor }: ActorTx) =>
  sql<boolean>`(${sessionNotes.authorId} <> ${actor.staffMemberId} and ${sessionNotes.coupleId} = any (auth.couple_ids_treated('therapist')))`;

/** A note with its session and the name of who wrote it. */
export async function findNote(tx: ActorTx, noteId: string) {
  const found = await tx.db
    .select({
      note: sessionNotes,
      session: { id: sessions.id, startsAt: sessions.startsAt, minutes: sessions.minutes, place: sessions.place },
      author: { name: staffMembers.name, credential: staffMembers.credential },
      mayWrite: mayWrite(tx),
      mayEnterInError: mayEnterInError(tx),
      treatsBeside: treatsBeside(tx),
      standing: noteStanding,
    })
    .from(sessionNotes)
    .innerJoin(sessions, eq(sessions.id, sessionNotes.sessionId))
    .innerJoin(staffMembers, eq(staffMembers.id, sessionNotes.authorId))
    .where(eq(sessionNotes.id, noteId));
  return found[0] ?? null;
}

/**
 * A draft one may write, as author or co-author, locked until the transaction ends, with the keys of the record it is in and when a
 * version of it was last kept. Null when it is signed, missing or another's: a locking read asks the policies for changing.
 */
export async function lockDraft(tx: ActorTx, noteId: string) {
  const rows = await tx.db
    .select({
      note: sessionNotes,
      dataKey: dataKeys,
      practiceKey: practiceKeys,
      lastKeptAt:
        sql<Date | null>`(select max(v.kept_at) from ${noteVersions} v where v.note_id = ${sessionNotes.id})`.mapWith(
          noteVersions.keptAt,
        ),
    })
    .from(sessionNotes)
    .innerJoin(
      dataKeys,
      and(
        eq(dataKeys.coupleId, sessionNotes.coupleId),
        sql`${dataKeys.keyClass} = case ${sessionNotes.kind} when 'joint' then 'couple.record' else 'partner.record' end`,
        sql`${dataKeys.partnerId} is not distinct from ${sessionNotes.partnerId}`,
      ),
    )
    .innerJoin(practiceKeys, eq(practiceKeys.id, dataKeys.practiceKeyId))
    .where(eq(sessionNotes.id, noteId))
    .for('update', { of: sessionNotes });
  const first = rows[0];
  if (!first) return null;
  return {
    note: first.note,
    lastKeptAt: first.lastKeptAt,
    keys: { dataKeys: rows.map((row) => row.dataKey), practiceKeys: rows.map((row) => row.practiceKey) },
  };
}

export async function insertNote(tx: ActorTx, row: typeof sessionNotes.$inferInsert): Promise<void> {
  await tx.db.insert(sessionNotes).values(row);
}

/** Puts a new text in the place of the version it was made on. False when that is no longer the version, or the note is no draft. */
export async function changeDraft(
  tx: ActorTx,
  noteId: string,
  madeOn: number,
  change: Pick<NoteRow, 'sections'> & Partial<NoteRow>,
): Promise<boolean> {
  const changed = await tx.db
    .update(sessionNotes)
    .set({ ...change, version: madeOn + 1, updatedAt: tx.actor.now })
    .where(and(eq(sessionNotes.id, noteId), eq(sessionNotes.version, madeOn), isNull(sessionNotes.signedAt)));
  return changed.rowCount === 1;
}

/** Keeps what the note says, or what was to be put in its place, and says so in the audit: one statement. */
export async function keepVersion(
  tx: ActorTx,
  kept: NewNoteVersion & { id: string },
  concerns: string | null,
): Promise<void> {
  const { actor } = tx;
  await tx.db.execute(sql`
    with kept as (
      insert into note_versions (id, practice_id, couple_id, note_id, author_id, kept_by, version, cause, sections)
      values (${kept.id}, ${kept.practiceId}, ${kept.coupleId}, ${kept.noteId}, ${kept.authorId}, ${kept.keptBy ?? null}, ${kept.version}, ${kept.cause}, ${kept.sections}))
    insert into audit_events (practice_id, sign_in_id, staff_member_id, partner_id, act, record_kind, record_id, couple_id, concerns_partner_id)
    values (${actor.practiceId}, ${actor.signInId}, ${actor.staffMemberId}, ${actor.partnerId}, 'changed', 'sessionNote', ${kept.noteId},
            ${kept.coupleId}, ${concerns})`);
}

export async function insertVersion(tx: ActorTx, row: NewNoteVersion): Promise<void> {
  await tx.db.insert(noteVersions).values(row);
}

/** Texts of a note that were kept, without the texts themselves; the newest first. */
export function listVersions(tx: ActorTx, noteId: string, limit = 50) {
  return tx.db
    .select({
      id: noteVersions.id,
      cause: noteVersions.cause,
      version: noteVersions.version,
      keptAt: noteVersions.keptAt,
      /** The co-author whose text it is; null: the author's. */
      keptBy: staffMembers.name,
    })
    .from(noteVersions)
    .leftJoin(staffMembers, eq(staffMembers.id, noteVersions.keptBy))
    .where(eq(noteVersions.noteId, noteId))
    .orderBy(desc(noteVersions.keptAt), desc(noteVersions.version), desc(noteVersions.id))
    .limit(limit);
}

export async function findVersion(tx: ActorTx, noteId: string, versionId: string): Promise<NoteVersionRow | null> {
  const found = await tx.db
    .select()
    .from(noteVersions)
    .where(and(eq(noteVersions.noteId, noteId), eq(noteVersions.id, versionId)));
  return found[0] ?? null;
}

/** The notes of these sessions that the asker may see, without their text. */
export function listNotesOf(tx: ActorTx, sessionIds: readonly string[]) {
  return tx.db
    .select({
      id: sessionNotes.id,
      sessionId: sessionNotes.sessionId,
      authorId: sessionNotes.authorId,
      author: staffMembers.name,
      format: sessionNotes.format,
      createdAt: sessionNotes.createdAt,
      updatedAt: sessionNotes.updatedAt,
      signedAt: sessionNotes.signedAt,
      standing: noteStanding,
    })
    .from(sessionNotes)
    .innerJoin(staffMembers, eq(staffMembers.id, sessionNotes.authorId))
    .where(inArray(sessionNotes.sessionId, [...sessionIds]))
    .orderBy(sessionNotes.createdAt, sessionNotes.id);
}
