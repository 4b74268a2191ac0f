import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import { PARTNER_PASSWORD_LENGTH, STAFF_PASSWORD_LENGTH } from '@/lib/accounts/schema';

/** One form for everyone: a link alone must not tell whose it is. */
export function AcceptInvitation({ action, formKey, token }: { action: FormAction; formKey: string; token: string }) {
  return (
    <FormFrame action={action} formKey={formKey} hidden={{ token }} submit="Continue" label="Welcome">
      <TextField
        name="code"
        label="Code"
        description="Six characters, if you were given a code."
        isOptional
        width="code"
        autoComplete="off"
        maxLength={20}
      />
      <TextField
        name="password"
        label="Password"
        description={`At least ${PARTNER_PASSWORD_LENGTH} characters, or ${STAFF_PASSWORD_LENGTH} if you work here; a few words in a row are easy to remember. If you already sign in here and nobody gave you a new code for it, use the password you have.`}
        type="password"
        autoComplete="new-password"
      />
      <TextField name="passwordAgain" label="Password again" type="password" autoComplete="new-password" />
    </FormFrame>
  );
}
