import { LinkButton } from '@/components/ui/link';

type AccountNewsProps = { news: { kind: 'passwordReset' | 'factorRemoved'; on: string }[] };

const WORDS = {
  passwordReset: 'Your password was set anew with a link that was mailed to you. Every device was signed out.',
  factorRemoved: 'A practice admin took away your second step for signing in, so that you could get in again.',
};

/** What was done to one's account without oneself, and what to do if nobody asked for it. */
export function AccountNews({ news }: AccountNewsProps) {
  return (
    <div className="flex max-w-measure flex-col items-start gap-4">
      <ul className="link-list">
        {news.map(({ kind, on }) => (
          <li key={kind + on}>
            <span className="font-semibold">{WORDS[kind]}</span>
            <span className="text-sm text-ink-muted">{on}</span>
          </li>
        ))}
      </ul>
      <p>
        If that was you, or you asked for it, there is nothing to do. If not, change your password and tell your
        practice admin at once.
      </p>
      <div className="pair">
        <LinkButton variant="primary" href="/">
          I know of it
        </LinkButton>
        <LinkButton href="/settings/account">Look at my account</LinkButton>
      </div>
      <p className="text-sm text-ink-muted">This is said once.</p>
    </div>
  );
}
