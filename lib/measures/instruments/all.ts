/** Every measure that can be given, by id and by the short word of its address. */
import 'server-only';
import { INSTRUMENTS, type InstrumentId } from '@/db/schema/measures/given';
import { csi16 } from './csi16';
import { distress } from './distress';
import { gad7 } from './gad7';
import type { Instrument } from './instrument';
import { pcl5 } from './pcl5';
import { phq9 } from './phq9';

/** The newest version of each. An older one, once there is any, stays beside it: a score is read by the words it was given with. */
const NEWEST: Record<InstrumentId, Instrument> = { phq9, gad7, pcl5, csi16, distress };

export const ALL_INSTRUMENTS: readonly Instrument[] = INSTRUMENTS.map((id) => NEWEST[id]);

export function instrumentOf(id: InstrumentId, version: number): Instrument {
  const found = NEWEST[id];
  if (found.version !== version) throw new Error('There is no such version of this measure.');
  return found;
}

export const newest = (id: InstrumentId): Instrument => NEWEST[id];

export const instrumentAt = (slug: string | undefined): Instrument | undefined =>
  ALL_INSTRUMENTS.find((one) => one.slug === slug);
