'use client';

// Asks the device for a passkey and sends the form with what it answered. Hidden where no script runs, gone where a browser knows none.
import { type MouseEvent, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { buttonClass, type ButtonLook } from '@/components/ui/button';
import { askDevice, PasskeyFault } from '@/components/ui/form/ask-device';

type PasskeyButtonProps = ButtonLook & {
  /** add: makes one; again: asked once more in a sign-in; signIn: after the password. */
  purpose: 'add' | 'again' | 'signIn';
  /** The name that the answer is sent under. */
  name: string;
  /** False where more of the form has yet to be filled: the answer then waits in it. */
  sendsForm?: boolean;
  children: ReactNode;
};

type State = { is: 'idle' | 'asking' | 'given' } | { is: 'failed'; why: string };
const IDLE: State = { is: 'idle' };
/** An answer is good once, so whoever takes it from its form says so. */
const SPENT = 'passkeyspent';

const never = () => () => undefined;
const canAsk = () => typeof window.PublicKeyCredential === 'function';

export function PasskeyButton({ purpose, name, sendsForm = true, children, ...look }: PasskeyButtonProps) {
  const answer = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>(IDLE);
  const isShown = useSyncExternalStore(never, canAsk, () => true);

  useEffect(() => {
    const form = answer.current?.form;
    const empty = () =>
      setTimeout(() => {
        if (answer.current) answer.current.value = '';
        setState(IDLE);
      });
    form?.addEventListener('submit', empty);
    form?.addEventListener(SPENT, empty);
    return () => {
      form?.removeEventListener('submit', empty);
      form?.removeEventListener(SPENT, empty);
    };
  }, [isShown]);

  async function ask(event: MouseEvent<HTMLButtonElement>) {
    event.preventDefault();
    const field = answer.current;
    if (!field?.form || state.is === 'asking') return;
    setState({ is: 'asking' });
    try {
      const asked = purpose === 'add' ? Object.fromEntries(new FormData(field.form)) : {};
      if (purpose === 'add') field.form.dispatchEvent(new Event(SPENT));
      field.value = await askDevice(purpose, asked);
      setState({ is: 'given' });
      if (sendsForm) field.form.requestSubmit();
    } catch (error) {
      setState({ is: 'failed', why: error instanceof PasskeyFault ? error.message : 'Your device could not do this.' });
    }
  }

  if (!isShown) return null;
  return (
    <div className="passkey">
      <input type="hidden" name={name} ref={answer} />
      <button
        // Where it is the form's main button, Enter in a field presses it.
        type={purpose === 'add' ? 'submit' : 'button'}
        className={buttonClass(look)}
        onClick={(event) => void ask(event)}
        data-pending={state.is === 'asking' || undefined}
        aria-busy={state.is === 'asking' || undefined}
      >
        {children}
      </button>
      <div role="status" className="passkey__state">
        {state.is === 'asking' ? 'Your device asks you now.' : null}
        {state.is === 'given' && !sendsForm ? 'Confirmed by your passkey. Go on with this form.' : null}
        {state.is === 'failed' ? <p className="field__error">{state.why}</p> : null}
      </div>
    </div>
  );
}
