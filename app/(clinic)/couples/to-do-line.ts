/** A to-do as its list shows it. */
import type { ToDoLine } from '@/components/today/to-do-list';
import { type Day, shortDay } from '@/lib/format/dates';
import type { ToDo } from '@/lib/to-dos/list-to-dos';

export function toDoLine(
  { id, words, isDone, formKey, dueOn, due }: ToDo,
  today: Day,
  about: ToDoLine['about'],
): ToDoLine {
  const days = Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000);
  const shown = {
    overdue: { words: days === 1 ? '1 day overdue' : `${days} days overdue`, tone: 'danger' },
    today: { words: 'Today', tone: 'look' },
    later: { words: shortDay(dueOn, today), tone: 'neutral' },
  } as const;
  return { id, words, isDone, formKey, about, due: shown[due] };
}
