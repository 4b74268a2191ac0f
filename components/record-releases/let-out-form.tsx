import { AgainField } from '@/components/ui/form/again-field';
import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';

type LetOutFormProps = { action: FormAction; formKey: string; hidden: Record<string, string> };

/** Asked again who it is: what leaves the practice can't be called back. */
export function LetOutForm({ action, formKey, hidden }: LetOutFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={hidden}
      submit="Let it out"
      pendingLabel="Saving"
      label="Let it out"
    >
      <AgainField />
    </FormFrame>
  );
}
