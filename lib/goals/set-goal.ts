import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { insertGoals, insertGoalVersions } from '@/db/queries/frame/goals';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { goalRef, listGoalsFlat } from './list-goals';
import type { SetGoalInput } from './schema';

/** Writes down a goal of the couple or of one partner, or an objective under one, below those that are there. */
export async function setGoal(tx: ActorTx, input: SetGoalInput): Promise<Answer> {
  const { coupleId, underId, words, reviewOn } = input;
  const couple = await findCouple(tx, coupleId);
  if (!couple) throw new NotFound();
  const keyring = await keyringFor(tx, [coupleId]);
  const all = await listGoalsFlat(tx, coupleId, keyring);
  const above = underId === null ? null : all.find(({ id }) => id === underId);
  // An objective is in the record of its goal, whatever the form says; and nothing stands under an objective.
  if (above === undefined || above?.underId) throw new NotFound();
  const partnerId = above ? above.partnerId : input.partnerId;
  if (partnerId !== null && !couple.partners.some(({ id }) => id === partnerId)) throw new NotFound();
  const beside = all.filter((goal) => goal.underId === underId && goal.partnerId === partnerId);
  await writeGoals(tx, keyring, { coupleId, partnerId, underId }, [words], {
    reviewOn,
    after: Math.max(0, ...beside.map(({ position }) => position)),
  });
  return { redirectTo: `/couples/${coupleId}/goals` };
}

/** Each text as a goal of its own, in this order. */
export async function writeGoals(
  tx: ActorTx,
  keyring: Keyring,
  of: { coupleId: string; partnerId: string | null; underId: string | null },
  texts: readonly string[],
  { reviewOn = null, after = 0 }: { reviewOn?: string | null; after?: number } = {},
): Promise<void> {
  const { practiceId } = tx.actor;
  const made = texts.map((words, at) => {
    const versionId = randomUUID();
    return {
      goal: { ...of, id: randomUUID() },
      id: versionId,
      words: keyring.seal(goalRef(practiceId, of, versionId), words),
      position: after + 1 + at,
    };
  });
  await insertGoals(
    tx,
    made.map(({ goal }) => goal),
  );
  await insertGoalVersions(
    tx,
    made.map(({ goal, ...version }) => ({
      ...version,
      coupleId: of.coupleId,
      goalId: goal.id,
      number: 1,
      state: 'open' as const,
      reviewOn,
    })),
  );
  await writeAudit(
    tx,
    ...made.map(({ goal }) => ({
      act: 'created' as const,
      recordKind: 'goal',
      recordId: goal.id,
      coupleId: of.coupleId,
      concernsPartnerId: of.partnerId,
    })),
  );
}
