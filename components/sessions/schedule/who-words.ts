// Who comes, in a few words: "A.E. & B.S.", "A.E. alone".
import type { AppointmentLine } from '@/lib/schedule/read-schedule';

export const whoWords = ({ people, isAlone }: Pick<AppointmentLine, 'people' | 'isAlone'>): string =>
  `${people.map(({ name }) => name).join(' & ')}${isAlone ? ' alone' : ''}`;
