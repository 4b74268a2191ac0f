/** What each partner asked to change or leave out, for the care team alone: it reaches both only in the therapist's own, unattributed words. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { type AssignmentRow, type LatestAnswer, listLatestAnswers } from '@/db/queries/plan';
import type { PlanGround } from '@/db/queries/plan-ground';
import type { Couple, CouplePartner } from '@/lib/couples/read-couple';
import type { Keyring } from '@/lib/sealed/keyring';
import { privateRef } from './sealed-places';

export type AskedChange = {
  partner: Pick<CouplePartner, 'id' | 'name' | 'initials' | 'place'>;
  said: { ask: string; answer: string }[];
};

export async function readChanges(
  tx: ActorTx,
  couple: Couple,
  ground: PlanGround,
  keyring: Keyring,
  assignment: AssignmentRow,
): Promise<AskedChange[]> {
  const answers = (await listLatestAnswers(tx, couple.id)).filter(({ assignmentId }) => assignmentId === assignment.id);
  return couple.partners.flatMap((partner) => {
    const said = answers
      .filter(({ partnerId }) => partnerId === partner.id)
      .flatMap((answer) => changesIn(answer, textsOf(tx, keyring, answer), askedBy(ground)));
    return said.length > 0 ? [{ partner, said }] : [];
  });
}

/** Everything that was written, and a yes that comes with changes. */
export function changesIn(
  answer: LatestAnswer,
  texts: Readonly<Record<string, string>>,
  ask: (id: string) => string,
): AskedChange['said'] {
  const written = Object.entries(texts).map(([id, text]) => ({ ask: ask(id), answer: text }));
  const withChanges = Object.entries(answer.answers)
    .filter(([, given]) => given === 'Yes, with changes')
    .map(([id, given]) => ({ ask: ask(id), answer: String(given) }));
  return [...withChanges, ...written];
}

export function textsOf(tx: ActorTx, keyring: Keyring, answer: LatestAnswer): Record<string, string> {
  if (!answer.texts) return {};
  const ref = privateRef(tx.actor.practiceId, answer.partnerId, 'consents', answer.consentId);
  return JSON.parse(keyring.open(ref, answer.texts)) as Record<string, string>;
}

/** The words of a question, wherever the program keeps it. */
export function askedBy({ questions, consent }: Pick<PlanGround, 'questions' | 'consent'>): (id: string) => string {
  const lists = Object.values(consent).flat();
  return (id) => questions[id]?.ask ?? lists.find((question) => question.id === id)?.ask ?? id;
}
