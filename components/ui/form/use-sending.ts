'use client';

// How a form is sent without leaving its page: one at a time, each under its own key, a lost connection told in a sentence.
import { unstable_rethrow } from 'next/navigation';
import { type SubmitEvent, useState, useTransition } from 'react';
import { IS_COVERED } from '@/components/ui/form/covering';
import { idleForm, type FormAction, type FormState } from '@/lib/action-state';

const notConnected = 'Not connected. Keep this page open; your text is here. Try again when you are back online.';
const notSent =
  'Something went wrong on our side and nothing was saved. Your text is still here. Try again in a moment.';

/** `formKey` is the key the server made for this rendering. */
export function useSending(action: FormAction, formKey: string, onDone?: () => void) {
  const [answered, setAnswered] = useState<FormState | null>(null);
  const [isPending, startTransition] = useTransition();
  const [freshKey, setFreshKey] = useState<string | null>(null);

  function send(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent;
    // A button with an action of its own is React's business.
    if (submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    if (isPending) return;
    const sent = new FormData(event.currentTarget, submitter);
    startTransition(async () => {
      const answer = await ask(action, sent);
      if (answer.status === 'done') {
        // The next thing sent from this page is another act.
        setFreshKey(newKey());
        onDone?.();
      }
      if (answer.status === 'refused' && answer.isCovered) window.dispatchEvent(new Event(IS_COVERED));
      setAnswered(answer);
    });
  }

  return { answered, isPending, key: freshKey ?? formKey, send };
}

async function ask(action: FormAction, sent: FormData): Promise<FormState> {
  try {
    return (await action(idleForm, sent)) ?? idleForm;
  } catch (error) {
    // A redirect travels as an error and is not one.
    unstable_rethrow(error);
    return {
      status: 'refused',
      message: navigator.onLine && !(error instanceof TypeError) ? notSent : notConnected,
      fields: {},
      typed: {},
    };
  }
}

// crypto.randomUUID is missing on plain http beyond localhost.
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
