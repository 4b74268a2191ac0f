import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { Unit } from '@/db/plan-acts';
import { writeAudit } from '@/db/queries/audit';
import { insertStaffAct } from '@/db/queries/plan/plan';
import { NotFound, Refusal } from '@/lib/errors';
import { listed } from '@/lib/format/step-words';
import { conditionsOf, obstaclesToRelease, type Unmet, unmetToRelease } from '@/lib/program/requirements';
import { assignmentOn, nextStates, outlineOf, peopleInWork, type Plan } from './read-plan';
import type { Assignment } from './standing';

/** Opens a unit from the next turn, or at once when both are in the room. Refused with what is missing, as of now. */
export async function releaseUnit(
  tx: ActorTx,
  plan: Plan,
  { assignmentId, unit, isImmediate }: { assignmentId: string; unit: Unit; isImmediate: boolean },
): Promise<void> {
  const missing = whyNotRelease(plan, assignmentId, unit, isImmediate);
  if (missing.length > 0) throw new Refusal(`Not released. ${missing.join(' ')}`);
  await insertStaffAct(tx, { coupleId: plan.coupleId, kind: 'released', assignmentId, unit, isImmediate });
  await writeAudit(tx, { act: 'released', recordKind: 'assignment', recordId: assignmentId, coupleId: plan.coupleId });
}

/** What the program wants done before this release, where nothing else stands against it: what may be waived. */
export function unmetForRelease(plan: Plan, assignmentId: string, unit: Unit): Unmet[] {
  const assignment = assignmentOn(plan, assignmentId);
  const standing = waivedFor(assignment);
  const part = nextStates(plan, assignmentId, unit)[0]?.isAlone ? 'alone' : 'together';
  const open = unmetToRelease(outlineOf(assignment), part, { ...plan.ground, done: plan.done, waived: standing });
  const waived = new Set([...standing, ...open.map(({ key }) => key)]);
  return open.length > 0 && whyNotRelease(plan, assignmentId, unit, false, waived).length === 0 ? open : [];
}

/** Said wherever something shared would be opened after its end. */
export const APART = 'Shared work has ended: take it up again first, on the tab History.';

const waivedFor = ({ waivers }: Pick<Assignment, 'waivers'>): ReadonlySet<string> =>
  new Set(waivers.map(({ requirement }) => requirement));

/** What stands against a release; none when nothing does. */
export function whyNotRelease(
  plan: Plan,
  assignmentId: string,
  unit: Unit,
  isImmediate: boolean,
  waived: ReadonlySet<string> = waivedFor(assignmentOn(plan, assignmentId)),
): string[] {
  const assignment = assignmentOn(plan, assignmentId);
  const states = nextStates(plan, assignmentId, unit);
  if (states.length === 0) throw new NotFound();
  const [{ isAlone, state, isReleased }] = states as [(typeof states)[number]];
  if (state === 'done') return ['It is marked as done. Repeat it to open it again.'];
  const needsIt = isAlone ? assignment.aloneNeedsRelease : assignment.needsRelease;
  if (isAlone && !needsIt) return ['What is done alone opens with each person’s own yes; it needs no release.'];

  const part = isAlone ? 'alone' : 'together';
  const outline = outlineOf(assignment);
  const people = peopleInWork(plan);
  const nameOf = (partnerId: string) => people.find(({ id }) => id === partnerId)?.name ?? 'One partner';
  const missing = obstaclesToRelease(outline, part, { ...plan.ground, done: plan.done, waived });
  if (!isAlone || conditionsOf(outline, part).includes('noOpenSafetyFlag'))
    for (const { name } of people.filter(({ hasOpenSafety }) => hasOpenSafety))
      missing.push(`An answer of ${name} about safety is open: talk with ${name} alone, and settle it.`);
  if (!isAlone && plan.isApart) missing.push(APART);
  else if (!isAlone) {
    for (const { name } of people.filter(({ isPaused }) => isPaused))
      missing.push(`${name} paused: lift the pause, and wait for a fresh yes from ${name}.`);
    if (plan.ground.isPlanHeld) missing.push('The whole plan is on hold: lift the hold first.');
    else if (assignment.isHeld) missing.push('This step is on hold: lift the hold first.');
    const closers = states.filter(
      ({ needsFreshYes, isPaused, hasOpenSafety }) => needsFreshYes && !isPaused && !hasOpenSafety,
    );
    for (const { partnerId } of closers)
      missing.push(`${nameOf(partnerId)} closed it: it can be released after a fresh yes from ${nameOf(partnerId)}.`);
    if (missing.length === 0 && isImmediate) {
      const waiting = states
        .filter(({ hasOpeningConsent }) => !hasOpeningConsent)
        .map(({ partnerId }) => nameOf(partnerId));
      if (waiting.length > 0)
        missing.push(
          `It opens at once only when both have said yes, each alone; a yes of ${listed(waiting)} is missing.`,
        );
    }
  }
  if (missing.length === 0 && isReleased && !isImmediate && !needsIt)
    missing.push('It is released already: it is open whenever both say yes and it does not rest.');
  return missing;
}
