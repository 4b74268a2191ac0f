/** Everything the partners of one couple gave, the newest day first, with every answer readable: for the care team alone. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpeningOfEach } from '@/db/queries/audit';
import { listStepsGiven, listTimeline, type TimelinePlace, type TimelineRow } from '@/db/queries/timeline';
import { type Couple, type CouplePartner, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { policyWords } from '@/lib/format/couple-words';
import { isDay, shortDay, weekdayAndDay } from '@/lib/format/dates';
import { unitWords } from '@/lib/format/step-words';
import { inOrder } from '@/lib/plan/answer-order';
import { accountOf, laneDifferences } from '@/lib/plan/lane-differences';
import { privateRef, sharedWordsRef } from '@/lib/plan/sealed-places';
import { programOutline } from '@/lib/program/program-outline';
import { recordId } from '@/lib/record-id';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { openAnswers, openOrSayRemoved } from '@/lib/sealed/removed';

/** One of those who gave something on an occasion; a partner who gave none has a lane all the same. */
export type Lane = {
  /** None of a partner who gave nothing. */
  id: string | null;
  partner: Pick<CouplePartner, 'id' | 'name' | 'place'>;
  /** Whose eyes it was written for, and the policy it was written under. */
  audience: string;
  /** Who entered it from paper; null for what the partner sent. */
  enteredBy: string | null;
};

/** One question, and what stands in each lane; null where nothing was answered. */
export type AnswerRow = {
  ask: string;
  /** An answer about safety, never for a screen that both may see. */
  isNeverJoint: boolean;
  answers: (string | null)[];
};

/** What was given of one unit on one day, a lane for each; or someone's words, which are one lane and a text. */
export type Occasion = {
  key: string;
  kind: TimelineRow['kind'];
  day: string;
  step: string | null;
  lanes: Lane[];
  rows: AnswerRow[];
  /** Where the two lanes differ, as facts. */
  differences: string[];
  text: string | null;
};
export type Timeline = {
  couple: Couple;
  occasions: Occasion[];
  isFirstPage: boolean;
  newestHref: string;
  olderHref: string | null;
  steps: { id: string; title: string }[];
  stepId: string | null;
};

const PAGE = 12;
const CURSOR = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})~(whole|alone|together|)$/;

export async function readTimeline(
  tx: ActorTx,
  coupleId: string | undefined,
  asked: { before?: unknown; step?: unknown } = {},
): Promise<Timeline> {
  const couple = await readCouple(tx, coupleId);
  const before = placeIn(asked.before);
  const stepId = asked.step === undefined || asked.step === '' ? null : recordId(asked.step);
  const [found, steps, program, keyring] = await Promise.all([
    listTimeline(tx, couple.id, { before, stepId, limit: PAGE + 1 }),
    listStepsGiven(tx, couple.id),
    programOutline(tx),
    keyringFor(tx, [couple.id]),
  ]);
  const all = [...Map.groupBy(found, keyOf).values()];
  const shown = all.slice(0, PAGE);
  // Of both, whoever has something on this page: how much one gave must not show in who opened the other's.
  await noteOpeningOfEach(
    tx,
    'checkIns',
    couple.id,
    couple.partners.map(({ id }) => id),
  );

  const page = (place: TimelineRow | undefined) => {
    const values = new URLSearchParams();
    if (stepId) values.set('step', stepId);
    if (place) values.set('before', keyOf(place));
    return `/couples/${couple.id}/check-ins${values.size > 0 ? `?${values}` : ''}`;
  };
  const order = [...program.checkIn.full, ...program.checkIn.short];
  return {
    couple,
    occasions: shown.map((rows) => occasionOf(tx, couple, keyring, { order, questions: program.questions }, rows)),
    isFirstPage: before === null,
    newestHref: page(undefined),
    olderHref: all.length > PAGE ? page(shown.at(-1)?.[0]) : null,
    steps,
    stepId,
  };
}

const keyOf = ({ on, of, unit }: TimelinePlace): string => `${on}~${of}~${unit}`;

function placeIn(before: unknown): TimelinePlace | null {
  if (before === undefined) return null;
  const [, on, of, unit] = (typeof before === 'string' ? CURSOR.exec(before) : null) ?? [];
  if (!on || unit === undefined || !isDay(on)) throw new NotFound();
  return { on, of: recordId(of), unit: unit as TimelinePlace['unit'] };
}

type Given = Readonly<TimelineRow['answers']>;
type Asked = { order: readonly string[]; questions: Awaited<ReturnType<typeof programOutline>>['questions'] };

function occasionOf(
  tx: ActorTx,
  couple: Couple,
  keyring: Keyring,
  { order, questions }: Asked,
  rows: TimelineRow[],
): Occasion {
  const [first] = rows;
  if (!first) throw new NotFound();
  const given = rows.map((row) => {
    const { text, texts } = openedText(tx, couple, keyring, row);
    const answers: Given = { ...row.answers, ...texts };
    return {
      id: row.id,
      partnerId: row.partnerId,
      audience: audienceOf(row, couple.today),
      enteredBy: row.enteredBy,
      text,
      answers,
    };
  });
  const lanes = couple.partners.flatMap((partner) => {
    const own = given.filter(({ partnerId }) => partnerId === partner.id);
    const isEmpty = own.length === 0 && first.kind === 'checkIn';
    const nothing = { id: null, audience: '', enteredBy: null, answers: {} as Given };
    return (isEmpty ? [nothing] : own).map(({ id, audience, enteredBy, answers }) => ({
      id,
      audience,
      enteredBy,
      answers,
      partner,
    }));
  });
  const everyAnswer = Object.assign({}, ...lanes.map(({ answers }) => answers)) as Given;
  return {
    key: keyOf(first),
    kind: first.kind,
    day: weekdayAndDay(first.on, couple.today),
    step:
      first.title === null
        ? null
        : [first.title, first.unit ? unitWords[first.unit].toLowerCase() : ''].filter(Boolean).join(', '),
    lanes: lanes.map(({ id, audience, enteredBy, partner: { id: partnerId, name, place } }) => ({
      id,
      audience,
      enteredBy,
      partner: { id: partnerId, name, place },
    })),
    rows: inOrder(everyAnswer, [...order, ...(first.extraQuestions ?? [])]).map(([id]) => {
      const question = questions[id];
      return {
        ask: question?.ask ?? id,
        isNeverJoint: question?.neverJoint === true,
        answers: lanes.map(({ answers }) => {
          const answer = answers[id];
          if (answer === undefined) return null;
          return question?.kind === 'scale' ? `${answer} of 10` : String(answer);
        }),
      };
    }),
    differences:
      first.kind === 'checkIn'
        ? laneDifferences(
            couple.partners,
            given.map(({ partnerId, answers }) => accountOf({ partnerId, answers, on: first.on, unit: first.unit })),
          )
        : [],
    text: given.find(({ text }) => text !== null)?.text ?? null,
  };
}

function openedText(
  tx: ActorTx,
  couple: Couple,
  keyring: Keyring,
  row: TimelineRow,
): { text: string | null; texts: Record<string, string> } {
  if (!row.text) return { text: null, texts: {} };
  const { practiceId } = tx.actor;
  if (row.kind === 'sharedWords')
    return { text: keyring.open(sharedWordsRef(practiceId, couple.id, row.id), row.text), texts: {} };
  if (row.kind === 'reflection')
    return {
      text: openOrSayRemoved(keyring, privateRef(practiceId, row.partnerId, 'reflections', row.id), row.text),
      texts: {},
    };
  return {
    text: null,
    texts: openAnswers(keyring, privateRef(practiceId, row.partnerId, 'check_ins', row.id), row.text),
  };
}

function audienceOf({ kind, policy, widenedTo, on }: TimelineRow, today: string): string {
  if (kind === 'sharedWords') return `Written for both, ${shortDay(on, today)}`;
  if (!policy) return 'For you alone';
  const widened =
    widenedTo && widenedTo !== policy ? `, by their own yes now ${policyWords[widenedTo].label.toLowerCase()}` : '';
  return `For you alone · ${policyWords[policy].label.toLowerCase()}${widened}`;
}
