import { PasskeyButton } from '@/components/ui/form/passkey-button';
import { TextField } from '@/components/ui/form/text-field';

type OwnerFieldsProps = {
  has: { app: boolean; passkey: boolean };
  /** False where the form has more to fill in than this. */
  sendsForm?: boolean;
};

/** Whose second step it is: the password and, where there is one, a code of it or a passkey. */
export function OwnerFields({ has, sendsForm = true }: OwnerFieldsProps) {
  return (
    <>
      <TextField name="password" label="Your password" type="password" autoComplete="current-password" />
      {has.app || has.passkey ? (
        <TextField
          name="presentCode"
          label={has.app ? 'Present code' : 'Recovery code'}
          description={
            has.app
              ? `Six digits from the app you have, or a recovery code${has.passkey ? '; or use a passkey.' : '.'}`
              : 'Or use a passkey.'
          }
          autoComplete="one-time-code"
          width="code"
          maxLength={20}
        />
      ) : null}
      {has.passkey ? (
        <PasskeyButton purpose="again" name="passkey" sendsForm={sendsForm}>
          Use a passkey instead of a code
        </PasskeyButton>
      ) : null}
    </>
  );
}
