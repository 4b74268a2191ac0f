/** Several plans held with one press, and the press taken back while nobody could have seen it. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { writeAudit } from '@/db/queries/audit';
import { insertPlanHolds, listPlanHolds, lockPlans } from '@/db/queries/lists/plan-holds';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import type { CouplesInput } from './schema';

/** Each couple's plan is held whole from its next turn, or stays as it is; the answer says how many and why. */
export async function holdPlans(tx: ActorTx, { coupleIds }: CouplesInput): Promise<Answer> {
  const { asked, found, holds } = await open(tx, coupleIds);
  const isHeld = new Set(holds.filter((one) => one.isHeld).map(({ coupleId }) => coupleId));
  const ended = found.filter(({ status }) => status === 'ended');
  const already = found.filter(({ id, status }) => status !== 'ended' && isHeld.has(id));
  const held = found.filter(({ id, status }) => status !== 'ended' && !isHeld.has(id)).map(({ id }) => id);
  const left = [
    said(already.length, 'is on hold already', 'are on hold already'),
    said(ended.length, 'has ended', 'have ended'),
    said(asked - found.length, 'is no longer in your caseload', 'are no longer in your caseload'),
  ].filter(Boolean);
  if (held.length === 0) throw new Refusal(`Nothing was put on hold: ${left.join(', ')}.`);
  await insertPlanHolds(tx, held, 'held');
  await auditEach(tx, held);
  const done = held.length === 1 ? '1 plan is' : `${held.length} plans are`;
  return {
    message: `${done} on hold from the next turn.${left.length > 0 ? ` Left as they were: ${left.join(', ')}.` : ''}`,
  };
}

/** Lifts what the asker's last such press has held, up to the turn: until then nobody could have seen it. */
export async function liftFreshHolds(tx: ActorTx, { coupleIds }: CouplesInput): Promise<Answer> {
  const { holds } = await open(tx, coupleIds);
  const fresh = holds.filter(({ isHeld, isOwn, isOut }) => isHeld && isOwn && !isOut);
  // What was held before that press stays held.
  const newest = fresh.reduce((latest, { at }) => (at > latest ? at : latest), '');
  const lifted = fresh.filter(({ at }) => at === newest).map(({ coupleId }) => coupleId);
  if (lifted.length === 0) {
    throw new Refusal(
      'Nothing was changed: the early morning has passed, or the hold was lifted already. Each couple’s plan says how it stands.',
    );
  }
  await insertPlanHolds(tx, lifted, 'holdLifted');
  await auditEach(tx, lifted);
  return { message: 'The hold is lifted. Nobody saw it.' };
}

async function open(tx: ActorTx, coupleIds: readonly string[]) {
  if (!can(tx.actor, 'planEvents', 'create') || !can(tx.actor, 'intakes', 'read')) throw new NotFound();
  const asked = [...new Set(coupleIds)];
  const found = await lockPlans(tx, asked);
  const holds = await listPlanHolds(
    tx,
    found.map(({ id }) => id),
  );
  return { asked: asked.length, found, holds };
}

const auditEach = (tx: ActorTx, coupleIds: readonly string[]) =>
  writeAudit(tx, ...coupleIds.map((coupleId) => ({ act: 'held' as const, recordKind: 'plan', coupleId })));

const said = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
