import { SubmitButton } from '@/components/ui/form/submit-button';
import { TextField } from '@/components/ui/form/text-field';

/** A plain form like the one before it, posted to the same door. */
export function SecondStepForm({ csrfToken }: { csrfToken: string }) {
  return (
    <form method="post" action="/api/auth/callback/credentials" className="form" aria-label="One more step">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <TextField
        name="code"
        label="Code"
        description="Six digits from your app, or a recovery code."
        autoComplete="one-time-code"
        width="code"
        maxLength={20}
      />
      <div className="form__actions">
        <SubmitButton size="lg" isWide>
          Continue
        </SubmitButton>
      </div>
    </form>
  );
}
