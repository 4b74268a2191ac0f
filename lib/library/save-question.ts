import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import type { ActorTx } from '@/db/access/as-actor';
import type { Question } from '@/db/program/content';
import { writeAudit } from '@/db/queries/audit';
import { insertProgram, lockLibrary } from '@/db/queries/plan/library';
import { findProgram, insertStepVersions, listSteps } from '@/db/queries/plan/program';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { ASKED_CHANGE } from '@/lib/flags/raise';
import { programOutline } from '@/lib/program/program-outline';
import { listsAround } from '@/lib/program/lists-around';
import { questionIn } from '@/lib/program/question-in';
import { contentsOf } from './contents-of';
import { whyFixed } from './fixed-questions';
import { questionContent, questionForm } from './question-content';
import { idOfKey } from './question-key';
import { asConsent, type Asking, CONSENT_PLACES, newQuestionId, placesOf, withQuestion } from './question-places';
import { onlyEditors } from './read-step-form';
import { refuseFaults } from './refuse-faults';
import { retiredOf } from './retire-step';
import type { QuestionInput } from './schema';

/**
 * Writes a question, or other words for one, which is then another question in the same places: an answer stays beside the words it was
 * given to. Each step that asks it, or no longer does, becomes a new version. What is assigned goes on asking what it asked.
 */
export async function saveQuestion(
  tx: ActorTx,
  { question: key, where, was, ...given }: QuestionInput,
): Promise<Answer> {
  onlyEditors(tx);
  await lockLibrary(tx);
  const program = await findProgram(tx);
  if (!program) throw new NotFound();
  const rows = await listSteps(tx);
  const before: Asking = { common: program.common, steps: contentsOf(rows) };
  const { questions: everAsked } = await programOutline(tx);
  const from = key === undefined ? null : standing(before, key);
  const content = questionContent(given as QuestionInput);

  const had = from ? questionIn(before.common, from) : undefined;
  const places = new Set(
    [...(from ? placesOf(before, from) : []), ...where].filter((one) => where.includes(one) || !was.includes(one)),
  );
  refuseMisplaced(content, places, from === null);
  const isInList = CONSENT_PLACES.some((place) => places.has(place));
  const kept = (one: Question) => (isInList ? asConsent('', one) : one);
  const isSame = had !== undefined && isDeepStrictEqual(kept(sameShape(had)), kept(sameShape(content)));
  const isTaken = (one: string) => Object.hasOwn(everAsked, one) || one in {} || one === ASKED_CHANGE.reason;
  const id = isSame ? from! : newQuestionId(given.ask, isTaken);
  const after = withQuestion(before, { id, question: content, places, from });
  if (isDeepStrictEqual(after, before)) return { redirectTo: '/library/questions' };
  refuseFaults({ ...after.common, steps: after.steps }, { question: id }, retiredOf(rows));

  await insertProgram(tx, { version: program.version + 1, common: after.common });
  const asks = new Map(after.steps.map((step) => [step.id, step]));
  const changed = rows.flatMap(({ stepId, code, version, isRetired, content: old }) => {
    const now = asks.get(code)!;
    const isAsSaid =
      isDeepStrictEqual(now, old) && isDeepStrictEqual(listsAround(after.common, now), listsAround(before.common, old));
    return isAsSaid ? [] : [{ stepId, coupleId: null, version: version + 1, content: now, isRetired }];
  });
  await insertStepVersions(tx, changed);
  await writeAudit(tx, { act: 'changed', recordKind: 'program' });
  return { redirectTo: '/library/questions' };
}

function standing({ common }: Asking, key: string): string {
  const id = idOfKey(common, key);
  if (!id)
    throw new Refusal(
      'Someone else changed this question, or took it out, while you were writing. Nothing was saved; what you typed is still here: copy it, and open the questions again.',
    );
  const why = whyFixed(id);
  if (why) throw new Refusal(`This question stays as it is. ${why} Nothing was saved.`);
  return id;
}

function refuseMisplaced({ kind }: Question, places: ReadonlySet<string>, isNew: boolean): void {
  const say = (field: string, words: string) => {
    throw new Refusal('Not saved yet: one place needs another look. Everything you typed is still here.', {
      [field]: words,
    });
  };
  if (isNew && places.size === 0) say('where', 'Choose where it is asked.');
  if (!CONSENT_PLACES.some((place) => places.has(place))) return;
  if (places.size > 1)
    say(
      'where',
      'What is asked before every step of a kind stands there alone. Write it a second time for another place.',
    );
  if (kind === 'scale' || kind === 'yesno')
    say('kind', 'Before every step of a kind, ask a choice or for their own words.');
}

/** Kept in a consent list, a question has no more and no less than this. */
const sameShape = (question: Question) => questionContent({ ...questionForm(question) } as unknown as QuestionInput);
