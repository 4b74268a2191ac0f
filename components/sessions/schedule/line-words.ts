// An appointment in a few words: who comes ("A.E. & B.S.", "A.E. alone"), and where.
import { joinedNames } from '@/lib/format/names';
import type { AppointmentLine } from '@/lib/schedule/read-schedule';

export const whoWords = ({ people, isAlone }: Pick<AppointmentLine, 'people' | 'isAlone'>): string =>
  `${joinedNames(people.map(({ name }) => name))}${isAlone ? ' alone' : ''}`;

export const lackWords = { link: 'No link yet', place: 'No place or link yet' } as const;

/** "Room 2", "Video", or what is still missing. */
export const whereWords = ({ where, isVideo, lacks }: Pick<AppointmentLine, 'where' | 'isVideo' | 'lacks'>): string[] =>
  [where, isVideo ? 'Video' : '', lacks ? lackWords[lacks] : ''].filter(Boolean);
