import { SubmitButton } from '@/components/ui/form/submit-button';
import { TextField } from '@/components/ui/form/text-field';

type SignInFormProps = {
  /** The sign-in door's own token; it takes no form without it. */
  csrfToken: string;
  /** What became of the last attempt. */
  notice: {
    word: 'wrong' | 'wait' | 'again' | 'ready' | 'joined' | 'signedOut';
    login: string;
    minutes: number;
  } | null;
};

/** A plain form, posted to the sign-in door: it works without script, and password managers know it. */
export function SignInForm({ csrfToken, notice }: SignInFormProps) {
  return (
    <form method="post" action="/api/auth/callback/credentials" className="form" aria-label="Sign in">
      {notice ? <Notice notice={notice} /> : null}
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <TextField
        name="login"
        label="E-mail or user name"
        inputMode="email"
        autoComplete="username"
        maxLength={254}
        defaultValue={notice?.login}
      />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
      <div className="form__actions">
        <SubmitButton size="lg" isWide>
          Sign in
        </SubmitButton>
      </div>
    </form>
  );
}

function Notice({ notice: { word, minutes } }: { notice: NonNullable<SignInFormProps['notice']> }) {
  if (word === 'ready') return <p role="status">Your password is set. Sign in with it now.</p>;
  if (word === 'joined') return <p role="status">Done. Sign in as you always do.</p>;
  if (word === 'signedOut') return <p role="status">You are signed out.</p>;
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- without script, this is how the reader is brought to what went wrong
    <div role="alert" tabIndex={-1} autoFocus className="form__summary">
      <p className="font-semibold">{sentence(word, minutes)}</p>
    </div>
  );
}

function sentence(word: 'wrong' | 'wait' | 'again', minutes: number): string {
  if (word === 'wrong')
    return 'These don’t fit together: what you sign in with, the password, and the code where one was asked for. Check them and try again.';
  if (word === 'again') return 'This page had been open for a while, so nothing was sent on. Please sign in again.';
  return `Too many tries from here. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`;
}
