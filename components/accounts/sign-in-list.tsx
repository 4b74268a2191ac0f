import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';
import type { SignInLine } from '@/lib/accounts/own/read-account';

type SignInListProps = { signIns: SignInLine[]; end: FormAction; endAll: FormAction; formKey: string };

const WORDS = { this: 'This device.', in: 'Signed in.', ended: 'Ended.' };

/** One's own sign-ins, each with its day and kind of device; those that are in can be ended. */
export function SignInList({ signIns, end, endAll, formKey }: SignInListProps) {
  const areOthersIn = signIns.some(({ state }) => state === 'in');
  return (
    <>
      <ul className="link-list" aria-label="Sign-ins">
        {signIns.map(({ id, device, days, state, formKey: own }) => (
          <li key={id}>
            <span className="font-semibold">{device}</span>
            <span className="text-sm text-ink-muted">
              {days}. {WORDS[state]}
            </span>
            {state === 'in' ? (
              <FormFrame
                action={end}
                formKey={own}
                hidden={{ signInId: id }}
                submit="Sign it out"
                submitVariant="secondary"
                label={`Sign out ${device}, ${days}`}
              >
                {null}
              </FormFrame>
            ) : null}
          </li>
        ))}
      </ul>
      {areOthersIn ? (
        <FormFrame
          action={endAll}
          formKey={formKey}
          submit="Sign out all others"
          submitVariant="secondary"
          label="Sign out all others"
        >
          {null}
        </FormFrame>
      ) : (
        <p className="text-ink-muted">No other device is signed in.</p>
      )}
    </>
  );
}
