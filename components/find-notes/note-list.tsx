import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import { dayOf, timeIn, weekdayAndDay } from '@/lib/format/dates';
import type { NotesOfRecord } from '@/lib/find-notes/read-notes';

type NoteListProps = {
  label: string;
  coupleId: string;
  notes: NotesOfRecord['notes'];
  timeZone: string;
  today: string;
  /** How a note stands. */
  statusOfNote: (note: NotesOfRecord['notes'][number]) => ReactNode;
};

/** The notes of one record, one row each. */
export function NoteList({ label, coupleId, notes, timeZone, today, statusOfNote }: NoteListProps) {
  return (
    <ul aria-label={label} className="found-list">
      {notes.map((note) => (
        <li key={note.id} className="found-list__row" data-row>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TextLink href={`/couples/${coupleId}/notes/${note.id}`} className="font-semibold tabular">
              {weekdayAndDay(dayOf(note.startsAt, timeZone), today)}, {timeIn(note.startsAt, timeZone)}
            </TextLink>
            {statusOfNote(note)}
            <Chip>{note.format}</Chip>
            <span className="text-sm text-ink-muted">{note.authorName}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
