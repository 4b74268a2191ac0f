import { FormFrame } from '@/components/ui/form/form-frame';
import { Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import type { StepView } from '@/lib/program/read-library';

type StandFormProps = { step: StepView; action: FormAction; formKey: string };

/** Takes the step out of what is offered, or brings it back. */
export const StandForm = ({ step: { stepId, isRetired }, action, formKey }: StandFormProps) => (
  <Section
    heading={isRetired ? 'Bring it back' : 'Retire it'}
    lead={
      isRetired
        ? 'It is offered again, as a new version with the same words, not reviewed yet.'
        : 'It is offered no more when a step is assigned. What is assigned stays, and it can be brought back.'
    }
  >
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ stepId, isRetired: isRetired ? 'no' : 'yes' }}
      submit={isRetired ? 'Bring it back' : 'Retire this step'}
      label={isRetired ? 'Bring the step back' : 'Retire the step'}
    >
      {null}
    </FormFrame>
  </Section>
);
