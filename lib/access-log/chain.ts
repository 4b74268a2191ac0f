/** The chain over a practice's access log, and what its verification can find. Pure: rows and signed heads come from outside. */
import 'server-only';
import { createHash } from 'node:crypto';
import type { AuditHead } from '@/db/queries/access-log/chain';

/** One link with the event it stands for, as Postgres holds them; `event` is null where there is none any more. */
export type ChainRow = {
  place: number;
  hash: string;
  /** The event's columns in the chain's order, the time in microseconds since 1970. */
  event: readonly [...texts: (string | null)[], micros: number] | null;
};

export type Finding =
  | { what: 'edited'; place: number }
  | { what: 'missing'; place: number; until: number }
  | { what: 'rewritten'; place: number }
  | { what: 'cut'; place: number; until: number }
  | { what: 'unlinked'; count: number };

/** The same text as auth.link_audit hashes: Postgres writes JSON with a space after each comma. */
export const eventText = (event: NonNullable<ChainRow['event']>): string =>
  `[${event.map((value) => JSON.stringify(value)).join(', ')}]`;

const sha256 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const firstHash = (practiceId: string): Buffer => sha256(`hearth ${practiceId}`);

/**
 * Walks one practice's chain from its beginning. An edit shows at its link, a link taken out as a gap, links put in another order as
 * edits, a chain computed anew as one that differs from a signed head, and a tail cut off as a head beyond the end.
 */
export async function verifyChain(
  practiceId: string,
  rows: AsyncIterable<ChainRow> | Iterable<ChainRow>,
  heads: readonly AuditHead[],
): Promise<{ length: number; findings: Finding[] }> {
  const signed = new Map(heads.map(({ place, hash }) => [place, hash]));
  const findings: Finding[] = [];
  let before = firstHash(practiceId);
  let length = 0;
  for await (const { place, hash, event } of rows) {
    if (place > length + 1) findings.push({ what: 'missing', place: length + 1, until: place - 1 });
    const computed = event && sha256(before, eventText(event)).toString('hex');
    if (event === null) findings.push({ what: 'missing', place, until: place });
    else if (computed !== hash && place === length + 1) findings.push({ what: 'edited', place });
    if (signed.has(place) && signed.get(place) !== hash) findings.push({ what: 'rewritten', place });
    before = Buffer.from(hash, 'hex');
    length = place;
  }
  const furthest = Math.max(0, ...signed.keys());
  if (furthest > length) findings.push({ what: 'cut', place: length + 1, until: furthest });
  return { length, findings };
}
