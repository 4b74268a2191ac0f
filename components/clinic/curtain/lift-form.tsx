'use client';

// The password that lifts the cover. A plain form: on the cover's own page it works without script.
import { type SubmitEvent, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { TextField } from '@/components/ui/form/text-field';

type LiftFormProps = {
  refusal: string | null;
  isAsking?: boolean;
  onSubmit?: (event: SubmitEvent<HTMLFormElement>) => void;
};

export function LiftForm({ refusal, isAsking, onSubmit }: LiftFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input[type="password"]')?.focus(), []);
  return (
    <>
      <form
        ref={form}
        method="post"
        action="/api/lift"
        className="form"
        aria-label="Lift the cover"
        onSubmit={onSubmit}
        noValidate
      >
        {refusal ? (
          <div role="alert" className="form__summary">
            <p className="font-semibold">{refusal}</p>
          </div>
        ) : null}
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <div className="form__actions">
          <SubmitButton size="lg" isWide aria-busy={isAsking || undefined}>
            {isAsking ? 'One moment' : 'Show the page'}
          </SubmitButton>
        </div>
      </form>
      <form method="post" action="/api/sign-out" aria-label="Sign out">
        <Button type="submit" size="lg" isWide>
          Sign out
        </Button>
      </form>
    </>
  );
}
