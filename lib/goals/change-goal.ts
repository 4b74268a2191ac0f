/** Every change of a goal is a version of its own: nothing that was written is overwritten. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { insertGoalVersions, type NewGoalVersion } from '@/db/queries/frame/goals';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { longDay } from '@/lib/format/dates';
import { savedMeanwhile } from '@/lib/intakes/saved-meanwhile';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { type Goal, goalRef, type GoalVersion, listGoalsFlat } from './list-goals';
import type { ChangeGoalInput, MoveGoalInput } from './schema';

type Change = Partial<Pick<GoalVersion, 'words' | 'position' | 'state' | 'reviewOn'>>;

async function open(tx: ActorTx, { coupleId, goalId }: { coupleId: string; goalId: string }) {
  if (!(await findCouple(tx, coupleId))) throw new NotFound();
  const keyring = await keyringFor(tx, [coupleId]);
  const all = await listGoalsFlat(tx, coupleId, keyring);
  const goal = all.find(({ id }) => id === goalId);
  if (!goal) throw new NotFound();
  return { keyring, all, goal };
}

function next(tx: ActorTx, keyring: Keyring, coupleId: string, goal: Goal, change: Change): NewGoalVersion {
  const { words, position, state, reviewOn } = { ...goal, ...change };
  const id = randomUUID();
  return {
    id,
    coupleId,
    goalId: goal.id,
    number: goal.number + 1,
    words: keyring.seal(goalRef(tx.actor.practiceId, { coupleId, partnerId: goal.partnerId }, id), words),
    position,
    state,
    reviewOn,
  };
}

const AGAIN = 'Nothing was changed: a colleague changed these goals at the same moment. Look at them and press again.';

const audited = (coupleId: string, goal: Goal) => ({
  act: 'changed' as const,
  recordKind: 'goal',
  recordId: goal.id,
  coupleId,
  concernsPartnerId: goal.partnerId,
});

/** Other words, or another day to look at it again. */
export async function changeGoal(tx: ActorTx, input: ChangeGoalInput): Promise<Answer> {
  const { coupleId, words, reviewOn } = input;
  const { keyring, goal } = await open(tx, input);
  const back = { redirectTo: `/couples/${coupleId}/goals` };
  if (words === goal.words && reviewOn === goal.reviewOn) return back;
  if (goal.number !== (input.seen ?? input.number)) {
    const asWords = (of: { words: string; reviewOn: string | null }) => ({
      words: of.words,
      reviewOn: of.reviewOn ? longDay(of.reviewOn) : '',
    });
    throw savedMeanwhile(goal.number, asWords(goal), asWords({ words, reviewOn }));
  }
  if (!(await insertGoalVersions(tx, [next(tx, keyring, coupleId, goal, { words, reviewOn })])))
    throw new Refusal(AGAIN);
  await writeAudit(tx, audited(coupleId, goal));
  return back;
}

/** Met, dropped or taken up again; or one place up or down among its neighbors. Pressed twice, it stays as it is. */
export async function moveGoal(tx: ActorTx, input: MoveGoalInput): Promise<Answer> {
  const { coupleId, number, to } = input;
  const { keyring, all, goal } = await open(tx, input);
  if (to !== 'up' && to !== 'down') {
    if (goal.state === to) return {};
    if (goal.number !== number) throw new Refusal(AGAIN);
    const isKept = await insertGoalVersions(tx, [next(tx, keyring, coupleId, goal, { state: to })]);
    if (!isKept) throw new Refusal(AGAIN);
    await writeAudit(tx, audited(coupleId, goal));
    return {};
  }
  const beside = all.filter(
    (one) => one.underId === goal.underId && one.partnerId === goal.partnerId && one.state === 'open',
  );
  const at = beside.indexOf(goal);
  const other = beside[at + (to === 'up' ? -1 : 1)];
  if (goal.number !== number) throw new Refusal(AGAIN);
  if (at < 0 || !other) return {};
  const [position, others] =
    goal.position === other.position
      ? [other.position, other.position + (to === 'up' ? 1 : -1)]
      : [other.position, goal.position];
  const isKept = await insertGoalVersions(tx, [
    next(tx, keyring, coupleId, goal, { position }),
    next(tx, keyring, coupleId, other, { position: others }),
  ]);
  if (!isKept) throw new Refusal(AGAIN);
  await writeAudit(tx, audited(coupleId, goal), audited(coupleId, other));
  return {};
}
