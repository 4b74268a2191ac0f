'use client';

// What can be done with the couples that are ticked. Their boxes stand in the table and belong to this form by its name.
import { type SubmitEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useSending } from '@/components/ui/form/use-sending';
import type { FormAction, FormState } from '@/lib/action-state';

/** The form the boxes name. */
export const HOLD_FORM = 'hold-plans';

type HoldBarProps = {
  selected: readonly string[];
  clear: () => void;
  formKey: string;
  liftKey: string;
  actions: { hold: FormAction; lift: FormAction };
};

export function HoldBar({ selected, clear, formKey, liftKey, actions }: HoldBarProps) {
  const [held, setHeld] = useState<readonly string[]>([]);
  const holding = useSending(actions.hold, formKey, () => {
    setHeld(selected);
    clear();
  });
  const lifting = useSending(actions.lift, liftKey, () => setHeld([]));
  const isIdle = selected.length === 0;
  const [last, setLast] = useState<'hold' | 'lift'>('hold');
  const answered = last === 'hold' ? holding.answered : lifting.answered;

  function hold(event: SubmitEvent<HTMLFormElement>) {
    setLast('hold');
    if (isIdle) event.preventDefault();
    else holding.send(event);
  }
  function lift(event: SubmitEvent<HTMLFormElement>) {
    setLast('lift');
    lifting.send(event);
  }

  return (
    <div className="bulk screen-only" data-idle={isIdle && held.length === 0 && !answered ? '' : undefined}>
      <form
        id={HOLD_FORM}
        action={actions.hold as unknown as (form: FormData) => void}
        onSubmit={hold}
        aria-label="Ticked couples"
        className="bulk__part"
        data-idle={isIdle ? '' : undefined}
      >
        <input type="hidden" name="key" value={holding.key} readOnly />
        <span className="tabular scripted-only" aria-live="polite">
          {isIdle ? '' : `${selected.length} selected`}
        </span>
        <Button type="submit" size="sm">
          Hold
        </Button>
        <span className="text-ink-muted">Everything shared, from the next turn.</span>
      </form>
      <Said answered={answered} />
      {held.length > 0 ? (
        <form onSubmit={lift} aria-label="Undo" className="bulk__part">
          <input type="hidden" name="key" value={lifting.key} readOnly />
          {held.map((id) => (
            <input key={id} type="hidden" name="coupleIds" value={id} readOnly />
          ))}
          <Button type="submit" size="sm" variant="secondary">
            Lift the hold
          </Button>
        </form>
      ) : null}
    </div>
  );
}

function Said({ answered }: { answered: FormState | null }) {
  return (
    <>
      <p role="status" className="bulk__said">
        {answered?.status === 'done' ? answered.message : ''}
      </p>
      {answered?.status === 'refused' ? (
        <p role="alert" className="form__summary font-semibold">
          {[answered.message, ...Object.values(answered.fields)].join(' ')}
        </p>
      ) : null}
    </>
  );
}
