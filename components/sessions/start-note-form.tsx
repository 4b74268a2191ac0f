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

/** One press begins a note in the format of that button. */
export function StartNoteForm({ action, formKey, sessionId, label, size = 'md' }: StartNoteFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ sessionId }}
      label={label}
      submit={
        <>
          <SubmitButton name="format" value="DAP" variant="secondary" size={size} pendingLabel="Starting">
            Start note (DAP)
          </SubmitButton>
          <SubmitButton name="format" value="SOAP" variant="quiet" size={size} pendingLabel="Starting">
            SOAP
          </SubmitButton>
        </>
      }
    >
      {null}
    </FormFrame>
  );
}
