import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listWaiting } from '@/db/queries/measures/mine';
import { findDraft } from '@/lib/drafts/read-draft';
import { NotFound } from '@/lib/errors';
import { openMyDay } from '@/lib/my-day/open-my-day';
import type { MyDay } from '@/lib/my-day/schema';
import { instrumentOf } from '../instruments/all';
import type { Item } from '../instruments/instrument';
import { draftOf, itemPath, QUESTIONS, type Waiting, waitingMeasure } from './item-pages';

/** What waits: how long each is and what it is about, and no name of a measure. Two statements. */
export async function readWaiting(tx: ActorTx) {
  const [{ day }, waiting] = await Promise.all([openMyDay(tx), listWaiting(tx)]);
  return {
    day,
    waiting: waiting.map(({ id, instrument, version }) => {
      const { asks, minutes } = instrumentOf(instrument, version);
      return { href: itemPath(id, 1), asks, minutes };
    }),
  };
}

type Read = Waiting & {
  day: MyDay;
  /** A draft from before the last sign-in waits for its owner's word; nothing of it is in the page. */
  isOffered: boolean;
  isBegun: boolean;
  drafted: Record<string, string>;
};

async function readMeasure(tx: ActorTx, params: Record<string, string>): Promise<Read> {
  const [{ day, keyring }, waiting] = await Promise.all([openMyDay(tx), waitingMeasure(tx, params.givenId)]);
  const draft = await findDraft(tx, keyring, draftOf(waiting.given));
  const isOffered = draft?.isOffered ?? false;
  return { ...waiting, day, isOffered, isBegun: draft !== null, drafted: isOffered ? {} : (draft?.fields ?? {}) };
}

/** One question as its field shows it. */
export type ItemShown = Pick<Item, 'id' | 'ask' | 'lead' | 'answers' | 'poles' | 'scale'> & { given?: string };

export type ItemPage = {
  day: MyDay;
  givenId: string;
  isOffered: boolean;
  asks: string;
  intro: readonly string[];
  stem: string | null;
  items: ItemShown[];
  place: string;
  /** "2 of 9"; nothing when all are on one page. */
  count: string | null;
  back: string;
  otherWay: { href: string; label: string };
  /** Who made the questions and what they grant. */
  source: { citation: string; license: string };
};

/** The page of one question, or of all. Three statements. */
export async function readItemPage(tx: ActorTx, params: Record<string, string>): Promise<ItemPage> {
  const { day, given, instrument, isOffered, drafted } = await readMeasure(tx, params);
  const place = params.place ?? '1';
  const isAll = place === 'all';
  const at = /^[1-9]\d?$/.test(place) ? Number(place) : 0;
  const items = isAll ? instrument.items : instrument.items.slice(at - 1, at);
  if (items.length === 0 || (!isAll && at === 0)) throw new NotFound();
  return {
    day,
    givenId: given.id,
    isOffered,
    asks: instrument.asks,
    intro: isAll || at === 1 ? instrument.intro : [],
    stem: instrument.stem ?? null,
    items: items.map(({ id, ask, lead, answers, poles, scale }) => ({
      id,
      ask,
      lead,
      answers,
      poles,
      scale,
      given: drafted[id],
    })),
    place,
    count: isAll || instrument.items.length === 1 ? null : `${at} of ${instrument.items.length}`,
    back: isAll || at === 1 ? QUESTIONS : itemPath(given.id, at - 1),
    otherWay: isAll
      ? { href: itemPath(given.id, 1), label: 'One question a page' }
      : { href: itemPath(given.id, 'all'), label: 'All questions on one page' },
    source: { citation: instrument.citation, license: instrument.license },
  };
}

/** The last page before anything is sent. It says nothing of what was answered. */
export async function readSendMeasurePage(tx: ActorTx, params: Record<string, string>) {
  const { day, given, isOffered, isBegun } = await readMeasure(tx, params);
  return { day, givenId: given.id, isBegun: isBegun && !isOffered, back: itemPath(given.id, 1) };
}
