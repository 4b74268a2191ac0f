import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { removeDrafts, touchDrafts } from '@/db/queries/drafts';
import type { Answer } from '@/lib/action';
import { keepDraft } from '@/lib/drafts/keep-draft';
import { findDraft } from '@/lib/drafts/read-draft';
import { subjectOf } from '@/lib/drafts/schema';
import { NotFound } from '@/lib/errors';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { checkItems } from '../check-items';
import type { AnswerItemInput, TakeUpMeasureInput } from '../schema';
import { draftOf, itemPath, waitingMeasure } from './item-pages';

/** Keeps the answer to one question, or to all on one page, in the draft and goes on. Nothing is sent yet. */
export async function answerItem(tx: ActorTx, { givenId, place, skip, answers }: AnswerItemInput): Promise<Answer> {
  const [{ keyring }, { given, instrument }] = await Promise.all([openMyDay(tx), waitingMeasure(tx, givenId)]);
  const about = draftOf(given);
  const before = await findDraft(tx, keyring, about);
  if (before?.isOffered) return { redirectTo: itemPath(givenId, 1) };
  const here = place === 'all' ? instrument.items : instrument.items.slice(Number(place) - 1, Number(place));
  if (here.length === 0) throw new NotFound();
  const places = checkItems(here, skip === undefined ? answers : {});
  const fields = { ...before?.fields };
  for (const { id } of here) {
    if (places[id] === undefined) delete fields[id];
    else fields[id] = String(places[id]);
  }
  await keepDraft(tx, keyring, about, fields);
  const isLast = place === 'all' || Number(place) >= instrument.items.length;
  return { redirectTo: itemPath(givenId, isLast ? 'send' : Number(place) + 1) };
}

/** After a new sign-in a draft is offered: its owner goes on with it, or begins again without it. */
export async function takeUpMeasure(tx: ActorTx, { givenId, choice }: TakeUpMeasureInput): Promise<Answer> {
  const { given } = await waitingMeasure(tx, givenId);
  const subject = subjectOf(draftOf(given));
  if (choice === 'continue') await touchDrafts(tx, subject);
  else await removeDrafts(tx, subject);
  return { redirectTo: itemPath(givenId, 1) };
}
