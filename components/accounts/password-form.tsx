import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';

type PasswordFormProps = {
  action: FormAction;
  formKey: string;
  /** The fewest characters a new one may have. */
  least: number;
  /** What to do when the present one is forgotten. */
  forgotten: string;
};

/** A new password, after the present one. */
export function PasswordForm({ action, formKey, least, forgotten }: PasswordFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      submit="Change the password"
      submitVariant="secondary"
      label="Password"
      resetsWhenDone
    >
      <TextField name="password" label="Present password" type="password" autoComplete="current-password" />
      <TextField
        name="newPassword"
        label="New password"
        description={`At least ${least} characters. A few words in a row are easy to remember. Every other device is signed out.`}
        type="password"
        autoComplete="new-password"
      />
      <TextField name="newPasswordAgain" label="New password again" type="password" autoComplete="new-password" />
      <p className="text-sm text-ink-muted">{forgotten}</p>
    </FormFrame>
  );
}
