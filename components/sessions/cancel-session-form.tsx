import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';

/** It stays in the list as cancelled. */
export function CancelSessionForm({
  action,
  formKey,
  sessionId,
}: {
  action: FormAction;
  formKey: string;
  sessionId: string;
}) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ sessionId }}
      submit="Cancel the session"
      submitVariant="danger"
      label="Cancel this session"
    >
      <p className="max-w-measure">
        It stays in the list, marked as cancelled, and says to whoever would have come that it is not taking place. No
        message goes out: let them know by the way each of them said is safe.
      </p>
    </FormFrame>
  );
}
