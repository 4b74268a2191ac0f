import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import type { FormAction } from '@/lib/action-state';

type StartNoteFormProps = {
  action: FormAction;
  formKey: string;
  sessionId: string;
  /** Which session it is of, spoken. */
  label: string;
  size?: 'sm' | 'md';
};

/** One press begins a note in one's own format. */
export function StartNoteForm({ action, formKey, sessionId, label, size = 'md' }: StartNoteFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ sessionId }}
      label={label}
      submit={
        <SubmitButton variant="secondary" size={size} pendingLabel="Starting">
          Start note
        </SubmitButton>
      }
    >
      {null}
    </FormFrame>
  );
}
