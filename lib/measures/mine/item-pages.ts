/** The pages of a measure on the partner's own side: their addresses, and what waits. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listWaiting, type WaitingMeasure } from '@/db/queries/measures/mine';
import { NotFound } from '@/lib/errors';
import { instrumentOf } from '../instruments/all';
import type { Instrument } from '../instruments/instrument';

export const QUESTIONS = '/questions';

/** `place` counts from 1; the first page is the measure's own address. */
export function itemPath(givenId: string, place: number | 'all' | 'send'): string {
  const first = `${QUESTIONS}/${givenId}`;
  return place === 1 ? first : `${first}/${place}`;
}

export type Waiting = { given: WaitingMeasure; instrument: Instrument };

/** One that waits for this person; whatever else, even one that was sent or taken back, is not found. */
export async function waitingMeasure(tx: ActorTx, givenId: string | undefined): Promise<Waiting> {
  const given = (await listWaiting(tx)).find(({ id }) => id === givenId);
  if (!given) throw new NotFound();
  return { given, instrument: instrumentOf(given.instrument, given.version) };
}

/** A draft belongs to one time of asking. */
export const draftOf = ({ id, occasion }: WaitingMeasure) => ({ kind: 'measure', givenId: id, occasion }) as const;
