import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';

type SignFormProps = { action: FormAction; formKey: string; noteId: string; version: number; backHref: string };

/** The password again: a signature is more than a press. */
export function SignForm({ action, formKey, noteId, version, backHref }: SignFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ noteId, version: String(version) }}
      submit="Sign the note"
      pendingLabel="Signing"
      beside={
        <LinkButton href={backHref} variant="quiet">
          Back to writing
        </LinkButton>
      }
      label="Sign the note"
    >
      <TextField
        name="password"
        type="password"
        label="Your password"
        description="Or a code of your second step."
        autoComplete="current-password"
      />
    </FormFrame>
  );
}
