'use client';

import { useEffect, useRef } from 'react';
import { buttonClass, type ButtonLook } from '@/components/ui/button';
import { useSending } from '@/components/ui/form/use-sending';
import type { FormAction } from '@/lib/action-state';

export type Act = { value: string; label: string; variant?: ButtonLook['variant']; keys?: string };

type ActFormProps = {
  action: FormAction;
  /** The idempotency key: a UUID the server made for this rendering. */
  formKey: string;
  hidden: Record<string, string>;
  label: string;
  acts: Act[];
  size?: 'sm' | 'md';
  /** In a page's head what was done shows on the page itself; here it is only spoken. */
  isInHead?: boolean;
};

/**
 * A row of buttons that each do one thing at once; the one that was pressed says which. It has no fields, so it goes without what
 * FormFrame does for them, which a page of many such rows would pay for. A press before the page's script is there is obeyed too.
 */
export function ActForm({ action, formKey, hidden, label, acts, size = 'sm', isInHead }: ActFormProps) {
  const { answered, isPending, key, send } = useSending(action, formKey);
  const summary = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    if (answered?.status === 'refused') summary.current?.focus();
  }, [answered]);

  return (
    <form
      action={action as unknown as (form: FormData) => void}
      onSubmit={send}
      className={isInHead ? 'acts acts--in-head' : 'acts'}
      aria-label={label}
    >
      {answered?.status === 'refused' ? (
        <p ref={summary} role="alert" tabIndex={-1} className="form__summary font-semibold">
          {answered.message}
        </p>
      ) : null}
      <input type="hidden" name="key" value={key} readOnly />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {acts.map(({ value, label: words, variant, keys }) => (
        <button
          key={value}
          name="act"
          value={value}
          data-keys={keys}
          className={buttonClass({ variant, size })}
          data-pending={isPending || undefined}
          aria-busy={isPending || undefined}
        >
          {words}
        </button>
      ))}
      <div role="status">
        {answered?.status === 'done' && answered.message ? <p className="form__done">{answered.message}</p> : null}
      </div>
    </form>
  );
}
