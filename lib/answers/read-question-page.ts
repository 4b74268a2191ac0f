import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { NamedQuestion } from '@/db/program/content';
import { findDraft } from '@/lib/drafts/read-draft';
import { NotFound } from '@/lib/errors';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { type DayUnit, type MyDay, unitInput } from '@/lib/my-day/schema';
import { questionPath, questionsAsked, questionsOf, stepPath, unitToAnswer } from './question-pages';
import { type Occasion, OCCASIONS } from './schema';

export type QuestionPage = {
  day: MyDay;
  unit: DayUnit;
  occasion: Occasion;
  /** A draft from before the last sign-in waits for its owner's word; nothing of it is in the page. */
  isOffered: boolean;
  given: Record<string, string>;
};

async function readOccasion(tx: ActorTx, params: Record<string, string>): Promise<QuestionPage> {
  const asked = unitInput.safeParse(params);
  const occasion = OCCASIONS.find((one) => one === params.occasion);
  if (!asked.success || !occasion) throw new NotFound();
  const { day, keyring } = await openMyDay(tx);
  const unit = unitToAnswer(day, { occasion, ...asked.data });
  const draft = await findDraft(tx, keyring, { kind: occasion, ...asked.data });
  const isOffered = draft?.isOffered ?? false;
  return { day, unit, occasion, isOffered, given: isOffered ? {} : (draft?.fields ?? {}) };
}

export type AskingPage = QuestionPage & {
  questions: NamedQuestion[];
  place: string;
  /** "2 of 8"; nothing when all are on one page. */
  count: string | null;
  back: string;
  otherWay: { href: string; label: string };
};

/** The page of one question, or of all. */
export async function readAskingPage(tx: ActorTx, params: Record<string, string>): Promise<AskingPage> {
  const read = await readOccasion(tx, params);
  const place = params.place ?? '1';
  const which = { occasion: read.occasion, assignmentId: read.unit.assignmentId, unit: read.unit.unit };
  const all = questionsOf(read.unit, read.occasion);
  const step = read.unit.state === 'recent' ? '/home' : stepPath(which);
  if (place === 'all') {
    return {
      ...read,
      questions: all,
      place,
      count: null,
      back: step,
      otherWay: { href: questionPath(which, 1), label: 'One question a page' },
    };
  }
  const asked = questionsAsked(all, read.given);
  const question = /^[1-9]\d?$/.test(place) ? asked[Number(place) - 1] : undefined;
  if (!question) throw new NotFound();
  return {
    ...read,
    questions: [question],
    place,
    count: `${place} of ${asked.length}`,
    back: place === '1' ? step : questionPath(which, Number(place) - 1),
    otherWay: { href: questionPath(which, 'all'), label: 'All questions on one page' },
  };
}

export type SendPage = QuestionPage & {
  isDrafted: boolean;
  /** What the other partner will see, exactly; null when nothing is shared. */
  shared: string | null;
  back: string;
};

/** The last page before anything is sent. */
export async function readSendPage(tx: ActorTx, params: Record<string, string>): Promise<SendPage> {
  const read = await readOccasion(tx, params);
  const which = { occasion: read.occasion, assignmentId: read.unit.assignmentId, unit: read.unit.unit };
  const { given, occasion } = read;
  const isShared = occasion === 'check-in' && given.reflectionFor === 'My partner too' && Boolean(given.reflection);
  return {
    ...read,
    isDrafted: !read.isOffered && Object.keys(given).length > 0,
    shared: isShared ? (given.reflection ?? null) : null,
    back: questionPath(which, 1),
  };
}
