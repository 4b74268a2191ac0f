/** What each partner asked to change or leave out, for the care team alone: it reaches both only in the therapist's own, unattributed words. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listOpenFlagsOfCouple } from '@/db/queries/flags';
import { listLatestAnswers } from '@/db/queries/plan/plan';
import type { ProgramOutline } from '@/db/queries/plan/program-outline';
import type { Couple, CouplePartner } from '@/lib/couples/read-couple';
import { ASKED_CHANGE } from '@/lib/flags/raise';
import { questionIn } from '@/lib/program/question-in';
import type { Keyring } from '@/lib/sealed/keyring';
import { openAnswers } from '@/lib/sealed/removed';
import type { Plan } from '@/lib/plan/read-plan';
import { withChanges } from './asked-change';
import { privateRef } from '@/lib/plan/sealed-places';
import { type Assignment, type LatestAnswer, latestAnswer } from '@/lib/plan/standing';

export type AskedChange = {
  partner: Pick<CouplePartner, 'id' | 'name' | 'initials' | 'place'>;
  said: { ask: string; answer: string }[];
  standing: 'merged' | 'unmerged' | 'declined';
  /** Of the line that waits: what declining settles. */
  flagIds: string[];
};

export async function readChanges(
  tx: ActorTx,
  couple: Couple,
  { ground, happened }: Plan,
  keyring: Keyring,
  assignment: Assignment,
): Promise<AskedChange[]> {
  const [rows, open] = await Promise.all([listLatestAnswers(tx, couple.id), listOpenFlagsOfCouple(tx, couple.id)]);
  const waiting = open.filter(
    ({ reason, assignmentId }) => reason === ASKED_CHANGE.reason && assignmentId === assignment.id,
  );
  const answers = rows
    .filter(({ assignmentId }) => assignmentId === assignment.id)
    .map((row) => latestAnswer(row, happened));
  return couple.partners.flatMap((partner) => {
    const asking = answers
      .filter(({ partnerId }) => partnerId === partner.id)
      .map((answer) => ({ ...answer, said: changesIn(answer, textsOf(tx, keyring, answer), askedBy(ground)) }))
      .filter(({ said }) => said.length > 0);
    const flagIds = waiting.filter(({ partnerId }) => partnerId === partner.id).map(({ id }) => id);
    const standing = standingOfChanges(assignment, asking, flagIds.length > 0);
    return standing ? [{ partner, said: asking.flatMap(({ said }) => said), standing, flagIds }] : [];
  });
}

/** Merged once conditions were written after the last of them was asked for; declined where its line was settled without that. */
export const standingOfChanges = (
  { changed }: Pick<Assignment, 'changed'>,
  asking: readonly Pick<LatestAnswer, 'answeredAt'>[],
  isWaiting: boolean,
): 'merged' | 'unmerged' | 'declined' | null => {
  if (asking.length === 0) return null;
  if (asking.every(({ answeredAt }) => changed !== null && answeredAt <= changed.at)) return 'merged';
  return isWaiting ? 'unmerged' : 'declined';
};

/** Everything that was written, and a yes that comes with changes. */
export function changesIn(
  answer: LatestAnswer,
  texts: Readonly<Record<string, string>>,
  ask: (id: string) => string,
): AskedChange['said'] {
  const written = Object.entries(texts).map(([id, text]) => ({ ask: ask(id), answer: text }));
  const chosen = withChanges(answer.answers).map(([id, given]) => ({ ask: ask(id), answer: given }));
  return [...chosen, ...written];
}

export function textsOf(tx: ActorTx, keyring: Keyring, answer: LatestAnswer): Record<string, string> {
  if (!answer.texts) return {};
  const ref = privateRef(tx.actor.practiceId, answer.partnerId, 'consents', answer.consentId);
  return openAnswers(keyring, ref, answer.texts);
}

/** The words of a question, wherever the program keeps it. */
export const askedBy =
  (program: Pick<ProgramOutline, 'questions' | 'consent'>) =>
  (id: string): string =>
    questionIn(program, id)?.ask ?? id;
