/** What a partner's Settings show: switches, devices, and months. What was given to the care team is not among it. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { type CalendarChoices, findCalendarChoices } from '@/db/queries/my-settings/calendar-choices';
import { type Opening, readMyDevicesAndOpenings } from '@/db/queries/my-settings/my-devices';
import { monthName, weekdayAndDay } from '@/lib/format/dates';
import { readMyDay } from '@/lib/my-day/open-my-day';
import type { MyDay } from '@/lib/my-day/schema';

export type DeviceLine = {
  device: string;
  /** "Since 3 Nov, last on 22 Nov" as words. */
  days: string;
  isThis: boolean;
  isElsewhere: boolean;
  formKey: string;
};

export type MySettings = {
  day: MyDay;
  devices: DeviceLine[];
  openings: { month: string; who: string }[];
  calendar: CalendarChoices;
  formKeys: { contact: string; devices: string; data: string; openings: string; calendar: string; password: string };
};

/** Three statements. */
export async function readSettings(tx: ActorTx): Promise<MySettings> {
  const day = await readMyDay(tx);
  const calendar = await findCalendarChoices(tx);
  const { devices, openings } = await readMyDevicesAndOpenings(tx);
  return {
    day,
    calendar,
    devices: devices.map(({ device, firstOn, lastOn, isThis, isElsewhere }) => ({
      device,
      days: daysOf(firstOn, lastOn, day.day),
      isThis,
      isElsewhere,
      formKey: randomUUID(),
    })),
    openings: byMonth(openings),
    formKeys: {
      contact: randomUUID(),
      devices: randomUUID(),
      data: randomUUID(),
      openings: randomUUID(),
      calendar: randomUUID(),
      password: randomUUID(),
    },
  };
}

function daysOf(firstOn: string, lastOn: string, today: string): string {
  const last = weekdayAndDay(lastOn, today);
  return firstOn === lastOn ? last : `First on ${weekdayAndDay(firstOn, today)}, last on ${last}`;
}

const WHO: Record<Opening['kind'], string> = {
  careTeam: 'your care team',
  practice: 'someone else at the practice',
};

/** The newest month first. */
function byMonth(openings: readonly Opening[]): { month: string; who: string }[] {
  const months = new Map<string, string[]>();
  for (const { month, kind } of openings) months.set(month, [...(months.get(month) ?? []), WHO[kind]]);
  return [...months].map(([month, who]) => ({ month: monthName(`${month}-01`), who: who.join(', ') }));
}
