/** In a demo only: moves the clock to five minutes after the next turn, so that a visitor need not wait until 04:00. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { asSystem } from '@/db/access/as-system';
import { moveClockBy } from '@/db/queries/demo/clock';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import { minutesToNextTurn } from '@/lib/format/turns';
import { lookSoon } from '@/lib/jobs/look-soon';

export async function moveToNextTurn(tx: ActorTx): Promise<Answer> {
  if (!tx.actor.practice.isDemo) throw new NotFound();
  const minutes = minutesToNextTurn(tx.actor.now, tx.actor.timeZone) + 5;
  return { redirectTo: '/', after: () => moveAndLook(minutes) };
}

async function moveAndLook(minutes: number): Promise<void> {
  await asSystem('demoClock', (system) => moveClockBy(system, minutes));
  await lookSoon();
}
