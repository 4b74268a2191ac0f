'use client';

// Asks once more who it is, and says what it takes: the password; a code and a passkey for whoever has them.
import { createContext, type ReactNode, useContext } from 'react';
import { PasskeyButton } from '@/components/ui/form/passkey-button';
import { TextField } from '@/components/ui/form/text-field';

type Has = { hasApp: boolean; hasPasskey: boolean };
const SecondStepContext = createContext<Has>({ hasApp: false, hasPasskey: false });

/** Stands around the pages of whoever is looking. */
export function WithSecondStep({ has, children }: { has: Has; children: ReactNode }) {
  return <SecondStepContext value={has}>{children}</SecondStepContext>;
}

export function AgainField({ note }: { note?: string }) {
  const { hasApp, hasPasskey } = useContext(SecondStepContext);
  const label = hasApp ? 'Your password or a code' : hasPasskey ? 'Your password or a recovery code' : 'Your password';
  const help = hasApp ? 'A code is six digits from your app, or a recovery code.' : '';
  return (
    <>
      <TextField
        name="password"
        type="password"
        label={label}
        description={[help, note].filter(Boolean).join(' ') || undefined}
        autoComplete="current-password"
      />
      {hasPasskey ? (
        <PasskeyButton purpose="again" name="passkey">
          Use your passkey instead
        </PasskeyButton>
      ) : null}
    </>
  );
}
