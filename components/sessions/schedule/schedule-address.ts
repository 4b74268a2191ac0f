// The schedule as an address: what is shown, and whose.
import type { Schedule } from '@/lib/schedule/read-schedule';

type Shown = Pick<Schedule, 'view' | 'on' | 'therapistId'>;

export const scheduleAddress = ({ view, on, therapistId }: Shown): string =>
  `/schedule?view=${view}&on=${on}${therapistId ? `&therapist=${therapistId}` : ''}`;

export const newAddress = ({ on }: Pick<Shown, 'on'>): string => `/schedule/new?on=${on}`;
