/** Adaptations for one (rule 12): only what a person does alone may differ. One partner reads them; the other has no sign of them. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import type { StepContent } from '@/db/program/content';
import { writeAudit } from '@/db/queries/audit';
import { insertOwnTerms } from '@/db/queries/plan/terms';
import type { CouplePartner } from '@/lib/couples/read-couple';
import { reasonWords } from '@/lib/format/couple-words';
import { REMOVED } from '@/lib/format/records/removed';
import type { Keyring } from '@/lib/sealed/keyring';
import { ownTermsRef } from '@/lib/plan/sealed-places';

/** What may be chosen for one partner, and what was. */
export type ForOne = {
  partner: Pick<CouplePartner, 'id' | 'name' | 'place'>;
  adaptations: { place: number; text: string; when: string; isChosen: boolean }[];
  own: string;
  /** What stood here was removed at their wish. */
  isRemoved: boolean;
};

export function forOneOf(
  { id, name, place }: ForOne['partner'],
  content: Pick<StepContent, 'adaptations'>,
  lines: readonly string[],
): ForOne {
  const offered = content.adaptations.flatMap((adaptation, at) =>
    adaptation.for === 'one' ? [{ ...adaptation, at }] : [],
  );
  return {
    partner: { id, name, place },
    adaptations: offered.map(({ at, text, when }) => ({
      place: at,
      text,
      when: reasonWords[when],
      isChosen: lines.includes(text),
    })),
    isRemoved: lines.includes(REMOVED),
    own: lines.filter((line) => line !== REMOVED && !offered.some(({ text }) => text === line)).join('\n'),
  };
}

/** The lines of a choice, those of the step first. What the step has for both is never given to one. */
export function ownLines(
  { content }: { content: Pick<StepContent, 'adaptations'> },
  given: { adaptations: readonly number[]; own: string },
): string[] {
  const chosen = content.adaptations
    .filter((adaptation, place) => adaptation.for === 'one' && given.adaptations.includes(place))
    .map(({ text }) => text);
  const own = given.own.split('\n').map((line) => line.trim());
  return [...new Set([...chosen, ...own])].filter((line) => line !== '');
}

export async function writeOwnTerms(
  tx: ActorTx,
  keyring: Keyring,
  { lines, ...of }: { coupleId: string; assignmentId: string; partnerId: string; lines: readonly string[] },
): Promise<void> {
  const id = randomUUID();
  await insertOwnTerms(tx, {
    id,
    ...of,
    words: keyring.seal(ownTermsRef(tx.actor.practiceId, of.partnerId, id), JSON.stringify(lines)),
  });
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'ownTerms',
    recordId: id,
    coupleId: of.coupleId,
    concernsPartnerId: of.partnerId,
  });
}
