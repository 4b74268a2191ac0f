import type { ReactNode } from 'react';

type EntryFrameProps = {
  /** The page's heading: neutral, no product and no practice unless the person asked for it. */
  heading: string;
  /** One or two sentences under it. */
  lead?: ReactNode;
  /** The demo banner. */
  banner?: ReactNode;
  /** Help, in the same place on each of these pages. */
  foot?: ReactNode;
  /** Room for a longer form, such as the practice's first settings. */
  isWide?: boolean;
  children: ReactNode;
};

/** Sign-in, invitation and set-up: one calm column that tells a passer-by nothing. */
export function EntryFrame({ heading, lead, banner, foot, isWide, children }: EntryFrameProps) {
  return (
    <div data-area="entry">
      <title>Today</title>
      {banner}
      <main id="main" className={isWide ? 'entry entry--wide' : 'entry'}>
        <div className="flex flex-col gap-2">
          <h1>{heading}</h1>
          {lead ? <div className="text-lg text-ink-muted">{lead}</div> : null}
        </div>
        {children}
        {foot ? <footer className="mt-auto border-t pt-4 text-sm text-ink-muted">{foot}</footer> : null}
      </main>
    </div>
  );
}
