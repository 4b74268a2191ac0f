import { Chip, type Tone } from '@/components/ui/chip';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { LinkButton, TextLink } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';

export type ToDoLine = {
  id: string;
  words: string;
  /** Whose it is: the couple on Today, the staff member on a couple's page. */
  about: { words: string; href?: string };
  /** "3 days overdue", "Today", "27 Nov" */
  due: { words: string; tone: Tone };
  isDone: boolean;
  /** Where it is done, when not by one press here. */
  opens: string | null;
  formKey: string;
};

/** What is to do, with one press to say that it is done, and one to say that it is not. */
export function ToDoList({ lines, mark }: { lines: ToDoLine[]; mark: FormAction }) {
  return (
    <ul className="day-rows">
      {lines.map(({ id, words, about, due, isDone, opens, formKey }) => (
        <li key={id} className="day-row" data-done={isDone || undefined}>
          <div className="min-w-0 flex-1">
            <p className="to-do__words">{words}</p>
            <p className="day-row__detail">
              <Chip tone={isDone ? 'success' : due.tone}>{isDone ? 'Done' : due.words}</Chip>
              {about.href ? <TextLink href={about.href}>{about.words}</TextLink> : <span>{about.words}</span>}
            </p>
          </div>
          {opens ? (
            <LinkButton href={opens} size="sm" aria-label={`Open: ${words}, ${about.words}`}>
              Open
            </LinkButton>
          ) : (
            <FormFrame
              action={mark}
              formKey={formKey}
              hidden={{ toDoId: id, isDone: isDone ? 'no' : 'yes' }}
              className="form--bare"
              submit={
                <SubmitButton variant="secondary" size="sm" aria-label={`${isDone ? 'Undo' : 'Done'}: ${words}`}>
                  {isDone ? 'Undo' : 'Done'}
                </SubmitButton>
              }
            >
              {null}
            </FormFrame>
          )}
        </li>
      ))}
    </ul>
  );
}
