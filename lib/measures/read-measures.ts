/** The scores of a couple's partners, each person's own: what was given, the course of each measure, and how it is read. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpeningOfEach } from '@/db/queries/audit';
import { type GivenRow, listGiven } from '@/db/queries/measures/given';
import { listScores, readPclChange, type ScoreRow } from '@/db/queries/measures/scores';
import { type Couple, type CouplePartner, readCouple } from '@/lib/couples/read-couple';
import { type Day, dayAfter, dayOf, shortDay } from '@/lib/format/dates';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { changeBetween } from './change';
import { instrumentOf, newest } from './instruments/all';
import { ASKED_BEFORE, dueOf, occasionOn } from './occasions';
import { bandOf, LINES, readingOf } from './reading';
import { isPclChange, type PclChange, USUAL_PCL_CHANGE } from './schema';
import { nameRef } from './sealed-places';

export type ScoreLine = {
  id: string;
  day: string;
  /** "12", or why there is none. */
  total: string;
  band: string;
  /** "Sent by them", or who entered it. */
  how: string;
  /** Where the answers are; null where only a total came. */
  href: string | null;
  isInError: boolean;
  /** Set where staff entered it, who may mark it. */
  errorKey: string | null;
};

export type Course = {
  key: string;
  name: string;
  fullName: string;
  latest: string;
  /** How the latest total is read, with sources. */
  reading: string[];
  /** From the first total to the latest, with its source. */
  change: string | null;
  /** The oldest first; null where there is no score. */
  points: { on: Day; day: string; value: number | null }[];
  range: readonly [number, number];
  /** A line that the measure's source draws. */
  mark: { at: number; words: string } | null;
  /** The newest first. */
  lines: ScoreLine[];
  citation: string;
};

export type GivenLine = {
  id: string;
  name: string;
  rhythm: string;
  state: string;
  isWaiting: boolean;
  formKey: string;
};

export type MeasuresPage = {
  couple: Couple;
  people: { id: string; name: string; place: CouplePartner['place']; given: GivenLine[]; courses: Course[] }[];
  /** Work goes on, so that more can be given and entered. */
  isInWork: boolean;
};

/** At most six statements. */
export async function readMeasures(tx: ActorTx, coupleId: string | undefined): Promise<MeasuresPage> {
  const couple = await readCouple(tx, coupleId);
  const [scores, given, points, keyring] = await Promise.all([
    listScores(tx, couple.id),
    listGiven(tx, couple.id),
    readPclChange(tx),
    keyringFor(tx, [couple.id]),
  ]);
  // Of both, whoever has any: that one of them answered must not show in who opened the other's.
  await noteOpeningOfEach(
    tx,
    'measures',
    couple.id,
    couple.partners.map(({ id }) => id),
  );
  const pclChange = isPclChange(points) ? points : USUAL_PCL_CHANGE;
  return {
    couple,
    isInWork: couple.status !== 'ended',
    people: couple.partners.map(({ id, name, place }) => {
      const own = scores.filter(({ partnerId }) => partnerId === id);
      return {
        id,
        name,
        place,
        given: given
          .filter((one) => one.partnerId === id && one.takenBackAt === null)
          .flatMap((one) => givenLine(one, own, couple)),
        courses: [...Map.groupBy(own, (row) => keyOf(tx, keyring, row))].map(([key, rows]) =>
          courseOf(key, rows, couple, pclChange),
        ),
      };
    }),
  };
}

/** Those of one measure together; from elsewhere, those of one name. */
function keyOf(tx: ActorTx, keyring: Keyring, { id, partnerId, instrument, name }: ScoreRow): string {
  if (instrument !== 'external' || !name) return instrument;
  const words = keyring.open(nameRef({ practiceId: tx.actor.practiceId, partnerId, scoreId: id }), name);
  return `external ${words}`;
}

const WEEKS = (weeks: number) => (weeks === 1 ? 'every week' : `every ${weeks} weeks`);

function givenLine(
  { id, instrument, version, dueOn, everyWeeks, givenAt }: GivenRow,
  scores: readonly ScoreRow[],
  { today, timeZone }: Couple,
): GivenLine[] {
  const rhythm = { dueOn, everyWeeks };
  const occasion = occasionOn(rhythm, today);
  const answered = scores.find((row) => row.givenId === id && row.occasion === occasion);
  // Asked once and answered: the score stands below.
  if (answered && everyWeeks === null) return [];
  const day = (on: Day) => shortDay(on, today);
  return [
    {
      id,
      name: instrumentOf(instrument, version).name,
      rhythm: [everyWeeks === null ? 'once' : WEEKS(everyWeeks), `given ${day(dayOf(givenAt, timeZone))}`].join(', '),
      state: answered
        ? `Answered ${day(answered.on)}. Asked again from ${day(dayAfter(dueOf(rhythm, occasion + 1), -ASKED_BEFORE))}`
        : `Not answered yet, wished for by ${day(dueOf(rhythm, occasion))}`,
      isWaiting: !answered,
      formKey: randomUUID(),
    },
  ];
}

function courseOf(key: string, rows: readonly ScoreRow[], couple: Couple, pclChange: PclChange): Course {
  const { today } = couple;
  const id = rows[0]!.instrument;
  const instrument = id === 'external' ? null : newest(id);
  const standing = rows.filter(({ isInError }) => !isInError);
  const scored = standing.flatMap(({ total, isRuleMet }) => (total === null ? [] : [{ total, isRuleMet }]));
  const [first, last] = [scored[0], scored.at(-1)];
  const isLatestScored = standing.length > 0 && standing.at(-1)!.total !== null;
  const isMoved = first && last && scored.length > 1;
  return {
    key,
    name: instrument?.name ?? key.slice('external '.length),
    fullName: instrument?.fullName ?? 'Total brought from elsewhere',
    latest: last
      ? `${last.total}${instrument ? ` of ${instrument.range[1]}` : ''}${isLatestScored ? '' : ', before the latest, which has no score'}`
      : 'No score',
    reading: last && instrument ? readingOf(instrument.id, last.total, last) : [],
    change: isMoved
      ? `Since ${shortDay(firstDay(standing), today)}: ${
          instrument
            ? changeBetween(instrument, first.total, last.total, pclChange).words
            : `from ${first.total} to ${last.total}.`
        }`
      : null,
    points: standing.map(({ on, total }) => ({ on, day: shortDay(on, today), value: total })),
    range: instrument?.range ?? rangeOf(scored.map(({ total }) => total)),
    mark: instrument ? (LINES[instrument.id] ?? null) : null,
    lines: rows.toReversed().map((row) => lineOf(row, couple)),
    citation: instrument ? `${instrument.citation} ${instrument.license}` : '',
  };
}

const firstDay = (rows: readonly ScoreRow[]): Day => rows.find(({ total }) => total !== null)!.on;

/** Of a measure whose ends nobody told. */
const rangeOf = (totals: readonly number[]): [number, number] => [
  Math.min(0, ...totals),
  Math.ceil(Math.max(1, ...totals)),
];

function lineOf(row: ScoreRow, { id: coupleId, today }: Couple): ScoreLine {
  const { id, on, total, leftOut, instrument, enteredBy, hasAnswers, isInError } = row;
  return {
    id,
    day: shortDay(on, today),
    total: total === null ? `No score: ${leftOut} left out` : String(total),
    band: total === null || instrument === 'external' ? '' : (bandOf(instrument, total) ?? ''),
    how: enteredBy === null ? 'Sent by them' : `${hasAnswers ? 'On paper, entered' : 'Entered'} by ${enteredBy}`,
    href: hasAnswers ? `/couples/${coupleId}/measures/${id}` : null,
    isInError,
    errorKey: enteredBy !== null && !isInError ? randomUUID() : null,
  };
}
