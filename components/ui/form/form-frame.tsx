'use client';

// The frame every form stands in. It works without JavaScript (the server renders the refusal and what was typed); with it, the page
// stays as it is: nothing typed is ever reset, and a lost connection becomes a sentence instead of an error page.
import { unstable_rethrow } from 'next/navigation';
import {
  useActionState,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useTransition,
  type ReactNode,
  type SubmitEvent,
} from 'react';
import { classNames } from '@/components/ui/class-names';
import { FormContext } from '@/components/ui/form/form-context';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { idleForm, type FormAction, type FormState } from '@/lib/action-state';

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

const notConnected = 'Not connected. Keep this page open; your text is here. Try again when you are back online.';
const notSent =
  'Something went wrong on our side and nothing was saved. Your text is still here. Try again in a moment.';

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
  const [answered, setAnswered] = useState<FormState | null>(null);
  const [isPending, startTransition] = useTransition();
  const [freshKey, setFreshKey] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
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
        if (resetsWhenDone) form.current?.reset();
        onDone?.();
        // A sheet has nothing left to say unless there is a message to read.
      }
      setAnswered(answer);
    });
  }

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
        <input type="hidden" name="key" value={freshKey ?? formKey} readOnly />
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
