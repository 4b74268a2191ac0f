import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { asSystem } from '@/db/access/as-system';
import { findKeysForIdle, putDraft, putDraftWhenIdle, removeParts } from '@/db/queries/drafts';
import { readEnv } from '@/lib/env';
import { NotFound } from '@/lib/errors';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { type Keyring, openKeyring } from '@/lib/sealed/keyring';
import { placeOfDraft } from './read-draft';
import { type DraftAbout, type DraftPartInput, partOf, subjectOf } from './schema';

/** Keeps a whole draft. The parts it now holds are no longer kept beside it. */
export async function keepDraft(
  tx: ActorTx,
  keyring: Keyring,
  about: DraftAbout,
  fields: Record<string, string>,
  parts: string[] = [],
) {
  await keep(tx, keyring, subjectOf(about), fields);
  await removeParts(
    tx,
    parts.map((name) => partOf(about, name)),
  );
}

/** Keeps one text while it is being typed. */
export async function keepDraftPart(tx: ActorTx, { about, name, text, whose }: DraftPartInput): Promise<void> {
  if (isAnothers(whose, tx.actor.partnerId)) throw new NotFound();
  const { keyring } = await openMyDay(tx);
  await keep(tx, keyring, partOf(about, name), { [name]: text });
}

/** Typed on a page that stood open while this browser went elsewhere: never a draft there. */
const isAnothers = (whose: string | undefined, partnerId: string | null) => whose !== undefined && whose !== partnerId;

async function keep(tx: ActorTx, keyring: Keyring, subject: string, fields: Record<string, string>) {
  const id = randomUUID();
  await putDraft(tx, { id, subject, content: keyring.seal(placeOfDraft(tx.actor, { id }), JSON.stringify(fields)) });
}

/** The same for a sign-in that is only idle: it may keep a draft for its owner and read nothing. False when it has ended. */
export async function keepDraftPartWhenIdle(
  token: string,
  { about, name, text, whose }: DraftPartInput,
): Promise<boolean> {
  return asSystem('draft', async (tx) => {
    const keys = await findKeysForIdle(tx, token);
    if (!keys || isAnothers(whose, keys.partnerId)) return false;
    const bytes = (wrapped: string) => Buffer.from(wrapped, 'base64');
    const keyring = openKeyring(readEnv().keys.masterKeys, {
      practiceKeys: [{ ...keys.practiceKey, wrapped: bytes(keys.practiceKey.wrapped) }],
      dataKeys: [{ ...keys.key, wrapped: bytes(keys.key.wrapped), createdAt: new Date(0) }],
    });
    const id = randomUUID();
    const content = keyring.seal(placeOfDraft(keys, { id }), JSON.stringify({ [name]: text }));
    return putDraftWhenIdle(tx, token, { id, subject: partOf(about, name), content });
  });
}
