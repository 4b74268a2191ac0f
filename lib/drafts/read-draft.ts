import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { type DraftRow, listDrafts } from '@/db/queries/drafts';
import type { Keyring } from '@/lib/sealed/keyring';
import type { SealedRef } from '@/lib/sealed/format';
import { type DraftAbout, subjectOf } from './schema';

export type Draft = {
  /** What was answered or typed, by name. */
  fields: Record<string, string>;
  /** Begun before the last sign-in: it is offered, and comes back only when its owner says so. */
  isOffered: boolean;
};

/** One's own draft of a subject with what was typed since, or null. */
export async function findDraft(tx: ActorTx, keyring: Keyring, about: DraftAbout): Promise<Draft | null> {
  return openDraft(tx, keyring, await listDrafts(tx, subjectOf(about)));
}

/** The same from the rows at hand. */
export function openDraft(tx: ActorTx, keyring: Keyring, rows: readonly DraftRow[]): Draft | null {
  const newest = rows[rows.length - 1];
  // What was typed when its key was shredded is gone with it.
  const opened = rows.flatMap((row) => {
    const text = keyring.openUnlessRemoved(placeOfDraft(tx.actor, row), row.content);
    return text === null ? [] : [JSON.parse(text) as Record<string, string>];
  });
  if (!newest || opened.length === 0) return null;
  return {
    fields: Object.assign({}, ...opened) as Record<string, string>,
    isOffered: newest.updatedAt < tx.actor.signedInAt,
  };
}

export function placeOfDraft(
  owner: { practiceId: string; partnerId: string | null },
  row: Pick<DraftRow, 'id'>,
): SealedRef {
  return {
    table: 'drafts',
    column: 'content',
    rowId: row.id,
    practiceId: owner.practiceId,
    keyClass: 'partner.private',
    ownerId: owner.partnerId!,
  };
}
