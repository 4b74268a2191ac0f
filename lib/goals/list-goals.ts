/** A couple's goals with their words opened, in their order, each with its objectives and with what it said before. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { type GoalBesideRow, type GoalVersionRow, listGoalVersions } from '@/db/queries/frame/goals';
import type { GoalState } from '@/db/schema/goals';
import type { SealedRef } from '@/lib/sealed/format';
import type { Keyring } from '@/lib/sealed/keyring';

export type GoalVersion = {
  number: number;
  words: string;
  position: number;
  state: GoalState;
  reviewOn: string | null;
  by: string;
  at: Date;
};
/** As it stands now. */
export type Goal = GoalVersion & {
  id: string;
  partnerId: string | null;
  underId: string | null;
  /** Since when, and by whom it was first written down. */
  setAt: Date;
  setBy: string;
  objectives: Goal[];
  /** Every version, the first first. */
  versions: GoalVersion[];
};

/** A goal of the couple opens with the couple's record, one of a partner only with that person's. */
export const goalRef = (
  practiceId: string,
  of: { coupleId: string; partnerId: string | null },
  versionId: string,
): SealedRef => ({
  table: 'goal_versions',
  column: 'words',
  rowId: versionId,
  practiceId,
  keyClass: of.partnerId ? 'partner.record' : 'couple.record',
  ownerId: of.partnerId ?? of.coupleId,
});

/** All goals and objectives, without their places under one another. One statement. */
export async function listGoalsFlat(tx: ActorTx, coupleId: string, keyring: Keyring): Promise<Goal[]> {
  const byGoal = new Map<string, { row: GoalVersionRow; versions: GoalVersion[] }>();
  for (const row of await listGoalVersions(tx, coupleId)) {
    const { number, position, state, reviewOn, author: by, writtenAt: at } = row;
    const words = keyring.open(goalRef(tx.actor.practiceId, { coupleId, partnerId: row.partnerId }, row.id), row.words);
    const version = { number, words, position, state, reviewOn, by, at };
    const known = byGoal.get(row.goalId);
    if (known) known.versions.push(version);
    else byGoal.set(row.goalId, { row, versions: [version] });
  }
  return [...byGoal.entries()]
    .map(([id, { row, versions }]): Goal => {
      const [first] = versions;
      const { partnerId, underId } = row;
      return {
        ...versions.at(-1)!,
        id,
        partnerId,
        underId,
        setAt: first!.at,
        setBy: first!.by,
        objectives: [],
        versions,
      };
    })
    .toSorted((a, b) => a.position - b.position || a.setAt.getTime() - b.setAt.getTime() || (a.id < b.id ? -1 : 1));
}

export async function listGoals(tx: ActorTx, coupleId: string, keyring: Keyring): Promise<Goal[]> {
  const all = await listGoalsFlat(tx, coupleId, keyring);
  return all
    .filter(({ underId }) => underId === null)
    .map((goal) => ({ ...goal, objectives: all.filter(({ underId }) => underId === goal.id) }));
}

/** The goals that stand beside a note and can be inserted into it, their words opened, each with its objectives. */
export function goalsBesideNote(
  keyring: Keyring,
  { practiceId, coupleId }: { practiceId: string; coupleId: string },
  rows: readonly GoalBesideRow[],
): { id: string; words: string; objectives: { id: string; words: string }[] }[] {
  const opened = rows.map(({ id, versionId, partnerId, underId, words }) => ({
    id,
    underId,
    words: keyring.open(goalRef(practiceId, { coupleId, partnerId }, versionId), Buffer.from(words, 'base64')),
  }));
  const under = (above: string | null) =>
    opened.filter(({ underId }) => underId === above).map(({ id, words }) => ({ id, words }));
  return under(null).map((goal) => ({ ...goal, objectives: under(goal.id) }));
}
