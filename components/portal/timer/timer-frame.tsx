import type { ReactNode } from 'react';
import { QuickClose } from '@/components/portal/quiet/quick-close';
import { PlainLink } from '@/components/ui/plain-link';

/** Around the silent timer: Close where it always is, and the way back. It knows no one, so it says nothing of anyone. */
export function TimerFrame({
  isChoice,
  children,
}: {
  /** Where the length is chosen. */ isChoice?: boolean;
  children: ReactNode;
}) {
  return (
    <div data-area="portal">
      <title>Today</title>
      <div className="portal">
        <header className="portal__bar">
          <p className="portal__title">Today</p>
          <form method="post" action="/api/leave" data-leave="">
            <button type="submit" className="button button--outline">
              Close
            </button>
          </form>
        </header>
        <main id="main" className="portal__main">
          {children}
        </main>
        <footer className="portal__foot">
          <nav aria-label="More" className="portal__links">
            <PlainLink href="/home" isAlone>
              Back to Today
            </PlainLink>
            {isChoice ? null : (
              <PlainLink href="/timer" isAlone>
                Another length
              </PlainLink>
            )}
          </nav>
        </footer>
      </div>
      <QuickClose />
    </div>
  );
}
