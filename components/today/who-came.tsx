import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import type { FormAction } from '@/lib/action-state';

export type Comer = { id: string; initials: string; attendance: 'attended' | 'late' | 'absent' | null };

const choices = [
  { value: 'attended', label: 'Attended' },
  { value: 'late', label: 'Late' },
  { value: 'absent', label: 'No-show' },
] as const;

/** "A.E. late, B.S. no-show"; empty while nothing is recorded. */
export const cameWords = (people: readonly Comer[]): string =>
  people
    .flatMap(({ initials, attendance }) => {
      const said = choices.find(({ value }) => value === attendance);
      return said ? [`${initials} ${said.label.toLowerCase()}`] : [];
    })
    .join(', ');

type WhoCameProps = {
  action: FormAction;
  formKey: string;
  sessionId: string;
  /** Which session it is of, spoken. */
  label: string;
  people: Comer[];
};

/** Two presses say that somebody came late or not at all; another choice takes it back. */
export function WhoCame({ action, formKey, sessionId, label, people }: WhoCameProps) {
  return (
    <Disclosure
      summary={
        <>
          Who came<span className="sr-only">: {label}</span>
        </>
      }
    >
      <FormFrame action={action} formKey={formKey} hidden={{ sessionId }} submit={null} label={`Who came: ${label}`}>
        {people.map(({ id, initials, attendance }) => (
          <div key={id} role="group" aria-label={initials} className="who-came">
            <span className="who-came__name">{initials}</span>
            {choices.map(({ value, label: words }) => (
              <SubmitButton
                key={value}
                name={`attendance.${id}`}
                value={value}
                size="sm"
                variant="secondary"
                aria-pressed={value === attendance}
                pendingLabel={words}
              >
                {words}
              </SubmitButton>
            ))}
          </div>
        ))}
      </FormFrame>
    </Disclosure>
  );
}
