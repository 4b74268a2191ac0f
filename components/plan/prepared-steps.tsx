import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';

type PreparedStepsProps = {
  coupleId: string;
  prepared: { stepId: string; title: string; formKey: string }[];
  action: FormAction;
};

/** What was chosen in the room and waits for its therapist alone. */
export function PreparedSteps({ coupleId, prepared, action }: PreparedStepsProps) {
  if (prepared.length === 0) return null;
  return (
    <Section heading="Finish after the session">
      <ul className="step-list">
        {prepared.map(({ stepId, title, formKey }) => (
          <li key={stepId} className="step-choice">
            <p className="min-w-0 font-semibold">{title}</p>
            <div className="flex flex-wrap items-start gap-3">
              <LinkButton href={`/couples/${coupleId}/assign?step=${stepId}`} size="sm" data-opens>
                Finish<span className="sr-only"> {title}</span>
              </LinkButton>
              <FormFrame
                action={action}
                formKey={formKey}
                hidden={{ coupleId, stepId }}
                submit="Take off the list"
                submitVariant="secondary"
                label={`Take off the list: ${title}`}
              >
                {null}
              </FormFrame>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
