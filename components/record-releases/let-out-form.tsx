import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';

type LetOutFormProps = { action: FormAction; formKey: string; hidden: Record<string, string> };

/** The password again: what leaves the practice can't be called back. */
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
      <TextField name="password" type="password" label="Your password" autoComplete="current-password" />
    </FormFrame>
  );
}
