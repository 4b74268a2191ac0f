/** A therapist has one appointment at a time. Those that are over are records, and records may say what was. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { takenTimes } from '@/db/queries/sessions';
import { Refusal } from '@/lib/errors';
import { dayOf, longDay, timeIn } from '@/lib/format/dates';

type Asked = { therapistId: string; starts: readonly Date[]; minutes: number; exceptSessionId?: string };

export async function refuseWhenTaken(tx: ActorTx, asked: Asked): Promise<void> {
  const { now, timeZone } = tx.actor;
  const starts = asked.starts.filter((at) => at.getTime() + asked.minutes * 60_000 > now.getTime());
  if (starts.length === 0) return;
  const taken = await takenTimes(tx, { ...asked, starts });
  const [first] = taken;
  if (!first) return;
  const others = taken.length - 1;
  const more =
    others === 0 ? '' : others === 1 ? ', and once more in this series' : `, and ${others} times more in this series`;
  throw new Refusal('Not saved yet: please look at the marked field. Everything you typed is still here.', {
    at: `This therapist has another appointment on ${longDay(dayOf(first, timeZone))} that overlaps ${timeIn(first, timeZone)}${more}. Choose another time.`,
  });
}
