/** A to-do as its list shows it. */
import type { ToDoLine } from '@/components/today/to-do-list';
import { type Day, shortDay } from '@/lib/format/dates';
import type { ToDo } from '@/lib/to-dos/list-to-dos';

export function toDoLine(
  { id, coupleId, words, isDone, formKey, dueOn, due, referralOf, areGoals }: ToDo,
  today: Day,
  about: ToDoLine['about'],
): ToDoLine {
  const days = Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000);
  const shown = {
    overdue: { words: days === 1 ? '1 day overdue' : `${days} days overdue`, tone: 'danger' },
    today: { words: 'Today', tone: 'look' },
    later: { words: shortDay(dueOn, today), tone: 'neutral' },
  } as const;
  const opens = areGoals
    ? `/couples/${coupleId}/goals`
    : referralOf && `/couples/${coupleId}/people/${referralOf}/referrals/${id}`;
  return { id, words, isDone, formKey, about, opens, due: shown[due] };
}
