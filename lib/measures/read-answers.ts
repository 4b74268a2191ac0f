/** One score with what was answered to each question: opened on purpose, one person's alone, and noted. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpening } from '@/db/queries/audit';
import { findAnswers } from '@/db/queries/measures/scores';
import { type Couple, type CouplePartner, partnerOf, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { policyWords } from '@/lib/format/couple-words';
import { longDay } from '@/lib/format/dates';
import { recordId } from '@/lib/record-id';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { unpackPlaces } from './check-items';
import { instrumentOf } from './instruments/all';
import { isNeverJoint } from './raised-by';
import { readingOf } from './reading';
import { pointsOf } from './score';
import { answersRef } from './sealed-places';

export type AnswersPage = {
  couple: Couple;
  partner: Pick<CouplePartner, 'id' | 'name' | 'place'>;
  name: string;
  day: string;
  /** Whose eyes it is for, and the policy it was written under. */
  audience: string;
  enteredBy: string | null;
  total: string;
  isRemoved: boolean;
  reading: string[];
  items: { id: string; ask: string; answer: string | null; points: number | null; isNeverJoint: boolean }[];
  source: string[];
};

export async function readMeasureAnswers(
  tx: ActorTx,
  { coupleId, scoreId }: { coupleId?: string; scoreId?: string },
): Promise<AnswersPage> {
  const couple = await readCouple(tx, coupleId);
  const [row, keyring] = await Promise.all([
    findAnswers(tx, couple.id, recordId(scoreId)),
    keyringFor(tx, [couple.id]),
  ]);
  if (!row || row.instrument === 'external' || !row.answers) throw new NotFound();
  const { id, partnerId, instrument: of, version, total } = row;
  const partner = partnerOf(couple, partnerId);
  await noteOpening(tx, 'measure', id, couple.id, partnerId);
  const instrument = instrumentOf(of, version);
  const opened = keyring.openUnlessRemoved(
    answersRef({ practiceId: tx.actor.practiceId, partnerId, scoreId: id }),
    row.answers,
  );
  const places = opened === null ? {} : unpackPlaces(opened);
  return {
    couple,
    partner,
    name: instrument.name,
    day: longDay(row.on),
    audience: `For the care team alone · ${policyWords[row.policy].label.toLowerCase()}`,
    enteredBy: row.enteredBy,
    total:
      total === null
        ? `No score, because ${row.leftOut === 1 ? 'one question was' : `${row.leftOut} questions were`} left out. No published rule fills that in.`
        : `${total} of ${instrument.range[1]}${row.isInError ? ', marked as entered in error' : ''}`,
    isRemoved: opened === null,
    reading: total === null ? [] : readingOf(of, total, row),
    items: instrument.items.map((item) => {
      const place = places[item.id];
      return {
        id: item.id,
        ask: item.ask,
        answer: place === undefined ? null : (item.answers[place] ?? null),
        points: pointsOf(item, places),
        isNeverJoint: isNeverJoint(of, item.id),
      };
    }),
    source: [instrument.citation, instrument.license, `Wording: ${instrument.wordingFrom}`],
  };
}
