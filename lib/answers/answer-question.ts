import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { Answer } from '@/lib/action';
import { keepDraft } from '@/lib/drafts/keep-draft';
import { findDraft } from '@/lib/drafts/read-draft';
import { NotFound } from '@/lib/errors';
import { asKept } from '@/lib/texts/schema';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { checkAnswers } from './check-answers';
import { questionPath, questionsAsked, questionsOf, unitToAnswer } from './question-pages';
import type { AnswerInput } from './schema';

/** Keeps the answer to one question, or to all on one page, in the draft and goes on. Nothing is sent yet. */
export async function answerQuestion(tx: ActorTx, { place, skip, answers, ...occasion }: AnswerInput): Promise<Answer> {
  const { day, keyring } = await openMyDay(tx);
  const unit = unitToAnswer(day, occasion);
  const about = { kind: occasion.occasion, assignmentId: occasion.assignmentId, unit: occasion.unit };
  const before = await findDraft(tx, keyring, about);
  if (before?.isOffered) return { redirectTo: questionPath(occasion, 1) };
  const given = before?.fields ?? {};
  const all = questionsOf(unit, occasion.occasion);
  const asked = questionsAsked(all, given);
  const here = place === 'all' ? all : asked.slice(Number(place) - 1, Number(place));
  if (here.length === 0) throw new NotFound();

  const typed = skip === undefined ? answers : {};
  checkAnswers(here, typed);
  const fields = { ...given };
  for (const { id } of here) {
    const answer = asKept(typed[id] ?? '');
    if (answer) fields[id] = answer;
    else delete fields[id];
  }
  // Without a reader chosen there is no reflection.
  if (place !== 'all' && !fields.reflectionFor) delete fields.reflection;
  await keepDraft(
    tx,
    keyring,
    about,
    fields,
    here.map(({ id }) => id),
  );

  const next = place === 'all' ? null : Number(place) + 1;
  const isLast = next === null || next > questionsAsked(all, fields).length;
  return { redirectTo: questionPath(occasion, isLast ? 'send' : next) };
}
