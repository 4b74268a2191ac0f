// Who comes, in a few words: "A.E. & B.S.", "A.E. alone".
import { joinedNames } from '@/lib/format/names';
import type { AppointmentLine } from '@/lib/schedule/read-schedule';

export const whoWords = ({ people, isAlone }: Pick<AppointmentLine, 'people' | 'isAlone'>): string =>
  `${joinedNames(people.map(({ name }) => name))}${isAlone ? ' alone' : ''}`;
