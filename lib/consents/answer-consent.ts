import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import type { NamedQuestion } from '@/db/program/content';
import { writeAudit } from '@/db/queries/audit';
import { insertConsent, insertFlags, insertOwnAct, outdateAskedChanges } from '@/db/queries/partner-answers';
import { checkAnswers } from '@/lib/answers/check-answers';
import type { AnsweredUnit } from '@/lib/check-ins/send-check-in';
import { ASKED_CHANGE, holdsShared, raise, type Raised } from '@/lib/flags/raise';
import { asksForChange } from '@/lib/plan/terms/asked-change';
import { agreedPolicy, type OpenDay, openMyDay, unitIn } from '@/lib/my-day/open-my-day';
import { ownPlace } from '@/lib/reflections/own-place';

/** One partner's answer to "do you want this step?", given alone, before it opens; answers what the care team is told. */
export async function answerConsent(
  tx: ActorTx,
  { answers: given, ...which }: AnsweredUnit,
  open?: OpenDay,
): Promise<Raised[]> {
  const { day, keyring } = open ?? (await openMyDay(tx));
  const unit = unitIn(day, which, 'asked');
  const policy = agreedPolicy(day);
  const { choices, texts } = checkAnswers(unit.consent, given);
  const isChange = !unit.isAlone && asksForChange(choices, texts);
  const raised = [...raise(unit.consent, choices), ...(isChange ? [ASKED_CHANGE] : [])];

  const id = randomUUID();
  const sealed =
    Object.keys(texts).length > 0 ? keyring.seal(ownPlace(tx, 'consents', 'texts', id), JSON.stringify(texts)) : null;
  await insertConsent(tx, { id, ...which, answers: choices, texts: sealed, policy });
  await insertOwnAct(tx, {
    kind: 'answered',
    ...which,
    isOpening: isOpening(unit.consent, choices) && (unit.isAlone || Object.keys(texts).length === 0),
  });
  if (!unit.isAlone) await outdateAskedChanges(tx, which.assignmentId);
  await insertFlags(tx, 'consent', id, raised);
  if (holdsShared(raised)) await insertOwnAct(tx, { kind: 'safetyRaised' });
  await writeAudit(tx, {
    act: 'sent',
    recordKind: 'consent',
    recordId: id,
    coupleId: tx.actor.coupleId,
    concernsPartnerId: tx.actor.partnerId,
  });
  return raised;
}

/**
 * Opens only with an opening answer to every question that names one: what was skipped does not open. What somebody wants left out
 * of a shared step waits for the therapist as well (rule 4), so a text there does not open either.
 */
export function isOpening(
  questions: readonly NamedQuestion[],
  choices: Readonly<Record<string, string | number>>,
): boolean {
  return questions.every(({ id, opensWith }) => !opensWith || opensWith.includes(String(choices[id])));
}
