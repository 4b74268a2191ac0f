import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import { STAFF_PASSWORD_LENGTH } from '@/lib/accounts/schema';

/** Asks for a link by mail; the answer is the same for any address. */
export function AskReset({ action, formKey }: { action: FormAction; formKey: string }) {
  return (
    <FormFrame action={action} formKey={formKey} submit="Send the link" label="A new password">
      <TextField name="email" label="E-mail" type="email" autoComplete="username" maxLength={254} />
    </FormFrame>
  );
}

/** Chooses the new password; the link alone does not tell whose it is. */
export function TakeReset({ action, formKey, token }: { action: FormAction; formKey: string; token: string }) {
  return (
    <FormFrame action={action} formKey={formKey} hidden={{ token }} submit="Set the password" label="A new password">
      <TextField
        name="password"
        label="New password"
        description={`At least ${STAFF_PASSWORD_LENGTH} characters; a few words in a row are easy to remember.`}
        type="password"
        autoComplete="new-password"
      />
      <TextField name="passwordAgain" label="New password again" type="password" autoComplete="new-password" />
      <TextField
        name="code"
        label="Code"
        description="If a second step is asked of you at the sign-in: six digits from your app, or a recovery code."
        isOptional
        autoComplete="one-time-code"
        width="code"
        maxLength={20}
      />
    </FormFrame>
  );
}
