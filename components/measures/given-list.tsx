import { Chip } from '@/components/ui/chip';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import type { FormAction } from '@/lib/action-state';
import type { GivenLine } from '@/lib/measures/read-measures';

type GivenListProps = { coupleId: string; lines: GivenLine[]; action: FormAction; who: string };

/** What was given to one person and stands. */
export function GivenList({ coupleId, lines, action, who }: GivenListProps) {
  return (
    <ul className="measures__given">
      {lines.map(({ id, name, rhythm, state, isWaiting, formKey }) => (
        <li key={id}>
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong>{name}</strong>
              <Chip tone={isWaiting ? 'neutral' : 'success'}>{isWaiting ? 'Given' : 'Answered'}</Chip>
            </p>
            <p className="text-sm text-ink-muted">
              {state}; {rhythm}
            </p>
          </div>
          <FormFrame
            action={action}
            formKey={formKey}
            hidden={{ coupleId, givenId: id }}
            label={`Take back ${name} from ${who}`}
            className="screen-only"
            submit={
              <SubmitButton variant="secondary" size="sm">
                Take back<span className="sr-only">{` ${name} from ${who}`}</span>
              </SubmitButton>
            }
          >
            {null}
          </FormFrame>
        </li>
      ))}
    </ul>
  );
}
