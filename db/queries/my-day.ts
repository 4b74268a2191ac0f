import { sql } from 'drizzle-orm';
import type { ActorRows, ActorTx } from '../access/as-actor';
import type { Unit } from '../plan-acts';
import type { NamedQuestion } from '../program/content';
import type { Confidentiality } from '../schema/intakes';
import type { RhythmKind } from '../schema/plan/plan';
import type { KeyClass } from '../schema/sealed-keys';

/** What portal.my_day() answers: sealed parts and wrapped keys as base64. */
export type SealedDay = {
  day: string;
  units: SealedUnit[];
  recent: SealedUnit[];
  done: { title: string; on: string; unit: Unit }[];
  words: { id: string; on: string; text: string }[];
  pause: 'today' | 'standing' | null;
  isPauseLifted: boolean;
  hasAnswer: boolean;
  isApart: boolean;
  agreed: Confidentiality | null;
  policy: Confidentiality;
  proposal: { id: string; policy: Confidentiality; on: string } | null;
  support: { label: string; detail: string }[];
  practiceKeys: { id: string; practiceId: string; masterKeyId: string; wrapped: string }[];
  keys: {
    id: string;
    practiceId: string;
    practiceKeyId: string;
    keyClass: KeyClass;
    coupleId: string;
    partnerId: string | null;
    wrapped: string;
    createdAt: string;
  }[];
};

export type SealedUnit = {
  assignmentId: string;
  unit: Unit;
  isAlone: boolean;
  state: 'asked' | 'open' | 'recent';
  title: string;
  why: string;
  instructions: string[];
  minutes: { min: number; max: number };
  rhythm: { kind: RhythmKind; times: number; weeks: number | null; days: number[] };
  terms: string | null;
  /** Terms that were changed since it was assigned are a row of their own. */
  termsId?: string;
  /** What this partner alone reads. */
  own?: string;
  ownId?: string;
  titles: Record<string, string>;
  consent: NamedQuestion[];
  checkIn: NamedQuestion[];
};

/** Everything the partner's pages need, in one call. Null for whoever is no partner. */
export async function readSealedDay(asker: ActorRows): Promise<SealedDay | null> {
  const { rows } = await asker.db.execute<{ day: SealedDay | null }>(sql`select portal.my_day() as day`);
  return rows[0]?.day ?? null;
}

/** The line about one's message was shown: it is not shown again. */
export async function hearMessage(tx: ActorTx): Promise<void> {
  await tx.db.execute(sql`select portal.hear_message()`);
}

/** Whether this couple's care team has a backup today. */
export async function readHasBackup(tx: ActorTx): Promise<boolean> {
  const found = await tx.db.execute<{ has: boolean }>(sql`select portal.has_backup() as has`);
  return found.rows[0]?.has ?? false;
}
