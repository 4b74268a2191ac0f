import { PasskeyButton } from '@/components/ui/form/passkey-button';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { TextField } from '@/components/ui/form/text-field';

type SecondStepFormProps = {
  csrfToken: string;
  /** Which second step this account has; recovery codes come with each. */
  has: { app: boolean; passkey: boolean };
};

/** A plain form like the one before it, posted to the same door. A passkey comes first; a code is the other way, and the one without script. */
export function SecondStepForm({ csrfToken, has }: SecondStepFormProps) {
  return (
    <form method="post" action="/api/auth/callback/credentials" className="form" aria-label="One more step">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      {has.passkey ? (
        <>
          <PasskeyButton purpose="signIn" name="passkey" variant="primary" size="lg" isWide>
            Use your passkey
          </PasskeyButton>
          <p className="without-script">A passkey needs JavaScript, which is off here. Write a code.</p>
        </>
      ) : null}
      <TextField
        name="code"
        label={has.passkey ? 'Or a code' : 'Code'}
        description={has.app ? 'Six digits from your app, or a recovery code.' : 'One of your recovery codes.'}
        autoComplete="one-time-code"
        width="code"
        maxLength={20}
      />
      <div className="form__actions">
        <SubmitButton size="lg" isWide variant={has.passkey ? 'secondary' : 'primary'}>
          Continue
        </SubmitButton>
      </div>
    </form>
  );
}
