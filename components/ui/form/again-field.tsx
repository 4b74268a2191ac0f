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
  const code = hasApp
    ? 'A code of your app or a recovery code does too.'
    : hasPasskey
      ? 'A recovery code does too.'
      : '';
  return (
    <>
      <TextField
        name="password"
        type="password"
        label={code ? 'Your password or a code' : 'Your password'}
        description={[code, note].filter(Boolean).join(' ') || undefined}
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
