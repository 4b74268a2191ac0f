import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { hearMessage, readSealedDay, type SealedDay, type SealedUnit } from '@/db/queries/my-day';
import { readEnv } from '@/lib/env';
import { NotFound, Refusal } from '@/lib/errors';
import { REMOVED_FOR_ONESELF } from '@/lib/format/records/removed';
import { changedTermsRef, ownTermsRef, sharedWordsRef, termsRef } from '@/lib/plan/sealed-places';
import { type Keyring, openKeyring } from '@/lib/sealed/keyring';
import type { DayUnit, MyDay, Policy, UnitInput } from './schema';

/** The day, and the keys that open and seal what is this person's own. The keys never leave a reader or a verb. */
export type OpenDay = { day: MyDay; keyring: Keyring };

/** Reads the partner's day in one statement, or takes what was read, and opens what is sealed in it. */
export async function openMyDay(tx: ActorTx, read?: SealedDay | null): Promise<OpenDay> {
  const sealed = read === undefined ? await readSealedDay(tx) : read;
  if (!sealed) throw new NotFound();
  const keyring = keyringOf(sealed);
  const { practiceId, coupleId, partnerId } = tx.actor;
  const unitOf = (unit: SealedUnit): DayUnit => {
    const { terms, termsId, own, ownId, titles, ...rest } = unit;
    const ref = termsId
      ? changedTermsRef(practiceId, coupleId!, termsId)
      : termsRef(practiceId, coupleId!, unit.assignmentId);
    const opened = terms === null ? null : (JSON.parse(keyring.open(ref, Buffer.from(terms, 'base64'))) as Terms);
    const ownRef = own && ownId ? ownTermsRef(practiceId, partnerId!, ownId) : null;
    const named = (text: string) =>
      text.replaceAll(/\{step:(S\d\d)\}/g, (_, code: string) => titles[code] ?? 'an earlier step');
    return {
      ...rest,
      why: named(rest.why),
      instructions: rest.instructions.map(named),
      conditions: opened?.conditions ?? [],
      line: opened?.line ?? '',
      own: ownRef ? ownLines(keyring.openUnlessRemoved(ownRef, Buffer.from(own!, 'base64'))) : [],
    };
  };
  const { practiceKeys: _, keys: __, words, units, recent, ...open } = sealed;
  return {
    keyring,
    day: {
      ...open,
      // What is open comes before what only asks.
      units: units.map(unitOf).sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open')),
      recent: recent.map(unitOf),
      words: words.map(({ id, on, text }) => ({
        id,
        on,
        text: keyring.open(sharedWordsRef(practiceId, coupleId!, id), Buffer.from(text, 'base64')),
      })),
    },
  };
}

const ownLines = (opened: string | null): string[] =>
  opened === null ? [REMOVED_FOR_ONESELF] : (JSON.parse(opened) as string[]);

type Terms = { conditions?: string[]; line?: string };

function keyringOf({ practiceKeys, keys }: Pick<SealedDay, 'practiceKeys' | 'keys'>): Keyring {
  return openKeyring(readEnv().keys.masterKeys, {
    practiceKeys: practiceKeys.map((key) => ({ ...key, wrapped: Buffer.from(key.wrapped, 'base64') })),
    dataKeys: keys.map((key) => ({
      ...key,
      wrapped: Buffer.from(key.wrapped, 'base64'),
      createdAt: new Date(key.createdAt),
    })),
  });
}

/** The day of a page that shows nothing else. */
export const justMyDay = {
  ask: readSealedDay,
  read: async (tx: ActorTx, _asked: unknown, sealed: SealedDay | null) => ({ day: await readMyDay(tx, sealed) }),
};

/** The day for a page. */
export async function readMyDay(tx: ActorTx, read?: SealedDay | null): Promise<MyDay> {
  return (await openMyDay(tx, read)).day;
}

/** The day of the first page, where the line about one's message is shown: once. A second statement only then. */
export async function readHome(tx: ActorTx, sealed?: SealedDay | null): Promise<MyDay> {
  const day = await readMyDay(tx, sealed);
  // Whoever has still to agree is led away from the page and would not see it.
  if (day.hasAnswer && day.agreed === day.policy) await hearMessage(tx);
  return day;
}

/** One of the day's units in one of these states; a closed step, whatever the cause, is not found. */
export function unitIn(day: MyDay, { assignmentId, unit }: UnitInput, ...states: DayUnit['state'][]): DayUnit {
  const found = [...day.units, ...day.recent].find(
    (one) => one.assignmentId === assignmentId && one.unit === unit && states.includes(one.state),
  );
  if (!found) throw new NotFound();
  return found;
}

/** What a row keeps as the policy it was written under: the one its author agreed to, never a newer one. */
export function agreedPolicy(day: MyDay): Policy {
  if (!day.agreed)
    throw new Refusal(
      'Please read what your therapist sees and agree to it first. Nothing was sent; what you typed is kept.',
    );
  return day.agreed;
}
