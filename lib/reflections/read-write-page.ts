import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findDraft } from '@/lib/drafts/read-draft';
import { type Audience, AUDIENCES } from '@/lib/drafts/schema';
import { NotFound } from '@/lib/errors';
import { openMyDay } from '@/lib/my-day/open-my-day';
import type { MyDay } from '@/lib/my-day/schema';

export type WritePage = { day: MyDay; audience: Audience; text: string; isOffered: boolean };

/** "Write something" for one audience, with what was begun in this stay; an older draft is only offered. */
export async function readWritePage(tx: ActorTx, given: string | undefined): Promise<WritePage> {
  const audience = AUDIENCES.find((one) => one === given);
  if (!audience) throw new NotFound();
  const { day, keyring } = await openMyDay(tx);
  const draft = await findDraft(tx, keyring, { kind: 'words', audience });
  const isOffered = draft?.isOffered ?? false;
  return { day, audience, isOffered, text: isOffered ? '' : (draft?.fields.text ?? '') };
}
