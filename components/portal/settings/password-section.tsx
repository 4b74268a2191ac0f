import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import { PARTNER_PASSWORD_LENGTH } from '@/lib/accounts/schema';

/** A new password, after the present one. */
export function PasswordSection({ action, formKey }: { action: FormAction; formKey: string }) {
  return (
    <section className="settings-part" aria-labelledby="password">
      <h2 id="password">Password</h2>
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
          description={`At least ${PARTNER_PASSWORD_LENGTH} characters. A few words in a row are easy to remember. Every other device is signed out.`}
          type="password"
          autoComplete="new-password"
        />
        <TextField name="newPasswordAgain" label="New password again" type="password" autoComplete="new-password" />
        <p className="text-sm text-ink-muted">If you have forgotten it, your therapist gives you a new code.</p>
      </FormFrame>
    </section>
  );
}
