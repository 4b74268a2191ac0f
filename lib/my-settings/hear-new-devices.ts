import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { hearNewDevices } from '@/db/queries/my-settings/my-devices';
import { weekdayAndDay } from '@/lib/format/dates';
import { readMyDay } from '@/lib/my-day/open-my-day';
import type { MyDay } from '@/lib/my-day/schema';

/** Kinds of device that signed in for the first time, said once: whoever opens the page has read it. */
export async function readNewDevices(
  tx: ActorTx,
): Promise<{ day: MyDay; devices: { device: string; on: string }[]; formKey: string }> {
  const day = await readMyDay(tx);
  // Whoever has still to agree is led away from the page and would not see it.
  const devices = day.agreed === day.policy ? await hearNewDevices(tx) : [];
  return {
    day,
    devices: devices.map(({ device, on }) => ({ device, on: weekdayAndDay(on, day.day) })),
    formKey: randomUUID(),
  };
}
