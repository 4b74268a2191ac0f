'use client';

// The frame every form stands in. It works without JavaScript (the server renders the refusal and what was typed); with it, the page
// stays as it is: nothing typed is ever reset, and a lost connection becomes a sentence instead of an error page.
import { useActionState, useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { FormContext } from '@/components/ui/form/form-context';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { useSending } from '@/components/ui/form/use-sending';
import { WhoseField } from '@/components/ui/form/whose';
import { idleForm, type FormAction } from '@/lib/action-state';

type FormFrameProps = {
  /** A server action made by `action(...)`. */
  action: FormAction;
  /** The idempotency key: a UUID the server made for this rendering. */
  formKey: string;
  /** The fields. */
  children: ReactNode;
  /** Words of the main button, or a row of own buttons; `null` for none. */
  submit?: ReactNode;
  /** Words of the main button while the form is on its way. */
  pendingLabel?: string;
  /** Look of the main button. */
  submitVariant?: 'primary' | 'secondary' | 'danger';
  /** Stands beside the main button: a Cancel link, a Skip of equal look. */
  beside?: ReactNode;
  /** Values sent unseen, such as the id of what the form is about. */
  hidden?: Record<string, string>;
  /** Empties the fields after success, where the page stays. */
  resetsWhenDone?: boolean;
  /** Called in the browser after success, e.g. to close the sheet around it. */
  onDone?: () => void;
  /** What the form is for, when no heading says it. */
  label?: string;
  className?: string;
};

export function FormFrame({
  action,
  formKey,
  children,
  submit = 'Save',
  pendingLabel,
  submitVariant = 'primary',
  beside,
  hidden,
  resetsWhenDone,
  onDone,
  label,
  className,
}: FormFrameProps) {
  const id = useId();
  // `served` is what a reload without JavaScript brings; `answered` is what came back to this page.
  const [served, serverAction] = useActionState(action, idleForm);
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { answered, key, send } = useSending(action, formKey, () => {
    if (resetsWhenDone) form.current?.reset();
    onDone?.();
  });
  const state = answered ?? served;

  const contents = useMemo(
    () => ({
      fields: state.status === 'refused' ? state.fields : {},
      typed: served.status === 'refused' ? served.typed : {},
      idOf: (name: string) => `${id}${name}`,
    }),
    [state, served, id],
  );

  useEffect(() => {
    if (answered?.status === 'refused') summary.current?.focus();
  }, [answered]);

  const buttons =
    typeof submit === 'string' ? (
      <SubmitButton variant={submitVariant} pendingLabel={pendingLabel}>
        {submit}
      </SubmitButton>
    ) : (
      submit
    );

  return (
    <FormContext value={contents}>
      <form
        ref={form}
        action={serverAction}
        onSubmit={send}
        className={classNames('form', className)}
        aria-label={label}
        noValidate
      >
        {state.status === 'refused' ? (
          // autoFocus: without JavaScript, this is how the reader is brought to what went wrong
          <div ref={summary} role="alert" tabIndex={-1} autoFocus className="form__summary">
            <p className="font-semibold">{state.message}</p>
            <FieldList fields={state.fields} idOf={contents.idOf} />
          </div>
        ) : null}
        <input type="hidden" name="key" value={key} readOnly />
        <WhoseField />
        {Object.entries(hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        {children}
        {buttons || beside ? (
          <div className="form__actions">
            {buttons}
            {beside}
          </div>
        ) : null}
        <div role="status">
          {state.status === 'done' && state.message ? <p className="form__done">{state.message}</p> : null}
        </div>
      </form>
    </FormContext>
  );
}

function FieldList({ fields, idOf }: { fields: Record<string, string>; idOf: (name: string) => string }) {
  const entries = Object.entries(fields);
  if (entries.length === 0) return null;
  return (
    <ul className="mt-1 list-disc ps-5">
      {entries.map(([name, message]) => (
        <li key={name}>
          <a
            href={`#${idOf(name)}`}
            onClick={(event) => {
              const field = document.getElementById(idOf(name));
              if (!field) return;
              event.preventDefault();
              field.scrollIntoView({ block: 'center' });
              (field instanceof HTMLFieldSetElement
                ? (field.querySelector<HTMLElement>('input') ?? field)
                : field
              ).focus();
            }}
          >
            {message}
          </a>
        </li>
      ))}
    </ul>
  );
}
