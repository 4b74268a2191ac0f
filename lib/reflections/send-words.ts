/** What the pages of "Write something" do: to the therapist at once; to the other partner only after seeing exactly what arrives. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { removeDrafts, touchDrafts } from '@/db/queries/drafts';
import type { Answer } from '@/lib/action';
import { keepDraft } from '@/lib/drafts/keep-draft';
import { findDraft } from '@/lib/drafts/read-draft';
import { subjectOf } from '@/lib/drafts/schema';
import { openMyDay } from '@/lib/my-day/open-my-day';
import type { TakeUpWordsInput, WordsInput } from './schema';
import { writeWords } from './write-words';

const SHARED = { kind: 'words', audience: 'shared' } as const;

export async function giveWords(tx: ActorTx, input: WordsInput): Promise<Answer> {
  if (input.audience === 'private') {
    await writeWords(tx, input);
    return { redirectTo: '/saved' };
  }
  const { keyring } = await openMyDay(tx);
  await keepDraft(tx, keyring, SHARED, { text: input.text }, ['text']);
  return { redirectTo: '/write/shared/send' };
}

/** Shares the words that the confirming page has just shown. */
export async function confirmWords(tx: ActorTx): Promise<Answer> {
  const open = await openMyDay(tx);
  const draft = await findDraft(tx, open.keyring, SHARED);
  const text = draft?.fields.text;
  if (!text || draft.isOffered) return { redirectTo: '/write/shared' };
  // Of two that share the same draft at once, one finds it gone.
  if (await removeDrafts(tx, subjectOf(SHARED))) await writeWords(tx, { audience: 'shared', text }, open);
  return { redirectTo: '/saved' };
}

export async function takeUpWords(tx: ActorTx, { audience, choice }: TakeUpWordsInput): Promise<Answer> {
  const subject = subjectOf({ kind: 'words', audience });
  if (choice === 'continue') await touchDrafts(tx, subject);
  else await removeDrafts(tx, subject);
  return { redirectTo: `/write/${audience}` };
}
