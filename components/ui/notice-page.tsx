import type { ReactNode } from 'react';

type NoticePageProps = {
  /** What happened, in a few words. */
  heading: string;
  /** What is safe, what to do. */
  children: ReactNode;
  /** A number to quote to the practice. */
  quote?: string;
  /** Buttons and links. */
  actions?: ReactNode;
};

/** A page that has only one thing to say: an error, a missing page, a lapsed sign-in. */
export function NoticePage({ heading, children, quote, actions }: NoticePageProps) {
  return (
    <div data-area="entry">
      <title>Today</title>
      <main id="main" className="entry">
        <h1>{heading}</h1>
        <div className="flex flex-col gap-3">{children}</div>
        {actions ? <div className="form__actions">{actions}</div> : null}
        {quote ? (
          <p className="text-sm text-ink-muted">
            If you write to us about it, quote <span className="tabular font-semibold">{quote}</span>.
          </p>
        ) : null}
      </main>
    </div>
  );
}
