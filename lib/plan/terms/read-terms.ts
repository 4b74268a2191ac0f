/** One sheet per assignment: what each asked to change or leave out, what both read, and what one alone reads. For the care team. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { listTitles } from '@/db/queries/plan/program';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import type { Terms } from '@/lib/format/assigned-terms';
import { withTitles } from '@/lib/format/step-words';
import { recordId } from '@/lib/record-id';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { type ForOne, forOneOf } from './own-terms';
import { type AskedChange, readChanges } from '@/lib/plan/terms/read-changes';
import { isFinished, readPlan } from '@/lib/plan/read-plan';
import { openOwnTerms, openTerms } from './terms-of';

export type TermsSheet = {
  couple: Couple;
  assignmentId: string;
  title: string;
  terms: Terms;
  /** Written today, so that both read it from the next turn on. */
  isWaiting: boolean;
  asksAnew: boolean;
  /** For both, as the program offers them: a line to take over. */
  offered: string[];
  changes: AskedChange[];
  /** Key of the form that leaves it as it is. */
  declineKey: string;
  forOne: (ForOne & { formKey: string })[];
};

export async function readTermsSheet(
  tx: ActorTx,
  params: { coupleId?: string; assignmentId?: string },
): Promise<TermsSheet> {
  const couple = await readCouple(tx, params.coupleId);
  const plan = await readPlan(tx, couple.id);
  const id = recordId(params.assignmentId);
  const assignment = plan.assignments.find((one) => one.id === id && one.retiredOn === null);
  if (!assignment || isFinished(plan, id)) throw new NotFound();
  const keyring = await keyringFor(tx, [couple.id]);
  const titles = Object.fromEntries((await listTitles(tx)).map(({ code, title }) => [code, title]));
  const { content } = assignment;
  const named = { adaptations: content.adaptations.map((one) => ({ ...one, text: withTitles(one.text, titles) })) };
  const place = { practiceId: tx.actor.practiceId, coupleId: couple.id };
  const terms = openTerms(keyring, place, assignment);
  return {
    couple,
    assignmentId: id,
    title: content.title,
    terms,
    isWaiting: assignment.changed !== null && !assignment.changed.isOut,
    asksAnew: assignment.mode !== 'alone',
    offered: named.adaptations
      .filter((one) => one.for === 'both' && !terms.conditions.includes(one.text))
      .map(({ text }) => text),
    changes: await readChanges(tx, couple, plan, keyring, assignment),
    declineKey: randomUUID(),
    forOne: couple.partners
      .filter(({ status }) => status !== 'deactivated')
      .map((partner) => ({
        ...forOneOf(partner, named, openOwnTerms(keyring, tx.actor.practiceId, assignment, partner.id)),
        formKey: randomUUID(),
      })),
  };
}
