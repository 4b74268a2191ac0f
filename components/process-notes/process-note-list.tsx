import { TextLink } from '@/components/ui/link';
import { longDay } from '@/lib/format/dates';

type ProcessNoteListProps = {
  label: string;
  notes: { id: string; on: string; about: string; text: string }[];
  /** Names the couple on each line: for a list of several. */
  saysAbout?: boolean;
  /** Others may see the screen: the days alone. */
  isShielded: boolean;
};

/** One's own notes by day, each with its first words. */
export function ProcessNoteList({ label, notes, saysAbout, isShielded }: ProcessNoteListProps) {
  return (
    <ul className="day-rows" aria-label={label}>
      {notes.map(({ id, on, about, text }) => (
        <li key={id} className="day-row">
          <div className="min-w-0 flex-1">
            <TextLink href={`/process-notes/${id}`} data-opens>
              {longDay(on)}
            </TextLink>
            <p className="day-row__detail">
              {saysAbout ? <span>{about}</span> : null}
              {isShielded ? null : <span className="line-clamp-2 wrap-anywhere">{firstWords(text)}</span>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

const firstWords = (text: string) => {
  const [first = ''] = text.trim().split('\n');
  return first.length > 160 ? `${[...first].slice(0, 160).join('')} …` : first;
};
