'use client';

// What is seen of a covered page: no name, no practice, nothing of where one was.
import { type SubmitEvent, useState } from 'react';
import { LiftForm } from '@/components/clinic/curtain/lift-form';
import { Button } from '@/components/ui/button';
import type { Curtain } from '@/components/clinic/curtain/curtain-state';

type CoverProps = {
  curtain: Exclude<Curtain, 'no'>;
  /** Null once the password was right; otherwise what to say. */
  lift: (password: string) => Promise<string | null>;
};

export function Cover({ curtain, lift }: CoverProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isAsking) return;
    const form = event.currentTarget;
    const password = new FormData(form).get('password');
    setAsking(true);
    const refused = await lift(typeof password === 'string' ? password : '');
    setAsking(false);
    setRefusal(refused);
    form.reset();
    if (refused) form.querySelector('input')?.focus();
  }

  return (
    <main id="main" tabIndex={-1} className="entry screen-only" data-curtain={curtain}>
      {curtain === 'down' ? (
        <>
          <div className="flex flex-col gap-2">
            <h1>Covered</h1>
            <p className="text-lg text-ink-muted">The page is as you left it. What you typed is kept.</p>
          </div>
          <LiftForm refusal={refusal} isAsking={isAsking} onSubmit={(event) => void submit(event)} />
        </>
      ) : (
        <Ended isOver={curtain === 'over'} />
      )}
    </main>
  );
}

/** The way in is the address one is at: it leads to the sign-in and back. */
function Ended({ isOver }: { isOver: boolean }) {
  return (
    <>
      <div className="flex flex-col gap-2">
        <h1>{isOver ? 'Sign in again' : 'You are signed out'}</h1>
        <p className="text-lg text-ink-muted">
          {isOver
            ? 'A sign-in lasts 12 hours. After it you are back where you were.'
            : 'This was signed out in another window, or from another device.'}
        </p>
      </div>
      <div className="form__actions">
        <Button variant="primary" size="lg" isWide onClick={() => window.location.reload()}>
          To the sign-in
        </Button>
      </div>
    </>
  );
}
