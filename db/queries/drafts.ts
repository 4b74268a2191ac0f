import { and, asc, eq, gt, inArray, like, or, sql } from 'drizzle-orm';
import { type ActorTx, NotSignedIn } from '../access/as-actor';
import type { SystemTx } from '../access/as-system';
import { drafts } from '../schema/answers';
import type { SealedDay } from './my-day';

export type DraftRow = { id: string; subject: string; content: Buffer; updatedAt: Date };

/** One's own drafts of one subject and its parts, oldest first; what has expired is no draft. */
export async function listDrafts(tx: ActorTx, subject: string): Promise<DraftRow[]> {
  const { id, content, updatedAt } = drafts;
  return tx.db
    .select({ id, subject: drafts.subject, content, updatedAt })
    .from(drafts)
    .where(and(eq(drafts.partnerId, tx.actor.partnerId!), ofSubject(subject), gt(drafts.expiresAt, sql`auth.now()`)))
    .orderBy(asc(updatedAt), asc(drafts.subject));
}

/** Puts a draft in the place of the one before, for 24 hours from now. */
export async function putDraft(tx: ActorTx, row: { id: string; subject: string; content: Buffer }): Promise<void> {
  const { practiceId, coupleId, partnerId } = tx.actor;
  if (!coupleId || !partnerId) throw new NotSignedIn('none');
  const kept = {
    id: row.id,
    content: row.content,
    updatedAt: sql`auth.now()`,
    expiresAt: sql`auth.now() + interval '24 hours'`,
  };
  await tx.db
    .insert(drafts)
    .values({ practiceId, coupleId, partnerId, subject: row.subject, ...kept })
    .onConflictDoUpdate({ target: [drafts.partnerId, drafts.subject], set: kept });
}

/** Begins the 24 hours anew, for a draft that its owner took up again. */
export async function touchDrafts(tx: ActorTx, subject: string): Promise<void> {
  await tx.db
    .update(drafts)
    .set({ updatedAt: sql`auth.now()`, expiresAt: sql`auth.now() + interval '24 hours'` })
    .where(and(eq(drafts.partnerId, tx.actor.partnerId!), ofSubject(subject)));
}

/** Removes a subject's draft and its parts, and says whether there was any: of two who remove it, one is told so. */
export async function removeDrafts(tx: ActorTx, subject: string): Promise<boolean> {
  const removed = await tx.db
    .delete(drafts)
    .where(and(eq(drafts.partnerId, tx.actor.partnerId!), ofSubject(subject)))
    .returning({ id: drafts.id });
  return removed.length > 0;
}

/** Removes parts of a draft that were typed ahead and are now in it. */
export async function removeParts(tx: ActorTx, subjects: string[]): Promise<void> {
  if (subjects.length === 0) return;
  await tx.db.delete(drafts).where(and(eq(drafts.partnerId, tx.actor.partnerId!), inArray(drafts.subject, subjects)));
}

const ofSubject = (subject: string) => or(eq(drafts.subject, subject), like(drafts.subject, `${subject} %`));

export type IdleKeys = { partnerId: string; coupleId: string; practiceId: string } & {
  key: SealedDay['keys'][number];
  practiceKey: SealedDay['practiceKeys'][number];
};

/** The wrapped key with which a sign-in that is only idle may keep a draft; null for one that has ended. */
export async function findKeysForIdle(tx: SystemTx<'draft'>, token: string): Promise<IdleKeys | null> {
  const { rows } = await tx.db.execute<{ keys: IdleKeys | null }>(sql`select auth.key_to_keep_draft(${token}) as keys`);
  return rows[0]?.keys ?? null;
}

export async function putDraftWhenIdle(
  tx: SystemTx<'draft'>,
  token: string,
  row: { id: string; subject: string; content: Buffer },
): Promise<boolean> {
  const { rows } = await tx.db.execute<{ kept: boolean }>(
    sql`select auth.keep_draft(${token}, ${row.id}, ${row.subject}, ${row.content}) as kept`,
  );
  return rows[0]?.kept ?? false;
}
