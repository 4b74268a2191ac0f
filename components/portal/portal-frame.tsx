import type { ReactNode } from 'react';
import { NotConnected } from '@/components/portal/quiet/not-connected';
import { QuickClose } from '@/components/portal/quiet/quick-close';
import { PlainLink } from '@/components/ui/plain-link';

type PortalFrameProps = {
  /** The neutral title of every page, as the practice set it. */
  title?: string;
  /** Where Close leads when script is on; the route decides the same without it, and where this is not known. */
  closeTo?: string;
  /** Way back, in place of the title. */
  back?: { href: string; label?: string };
  /** The Pause form, at the bottom, far from Close. */
  pause?: ReactNode;
  /** The demo banner. */
  banner?: ReactNode;
  /** The idle warning. */
  idle?: ReactNode;
  /** Links beside Support, in the same order on every page. */
  links?: { href: string; label: string }[];
  children: ReactNode;
};

/** What stands around every page of the partner's side: Close at the top right, Pause and help at the bottom, always in the same place. */
export function PortalFrame({
  title = 'Today',
  closeTo = '',
  back,
  pause,
  banner,
  idle,
  links = [],
  children,
}: PortalFrameProps) {
  return (
    <div data-area="portal">
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      {banner}
      <div className="portal">
        <header className="portal__bar screen-only">
          {back ? (
            <PlainLink href={back.href} isAlone>
              {back.label ?? 'Back'}
            </PlainLink>
          ) : (
            <p className="portal__title">{title}</p>
          )}
          <form method="post" action="/api/leave" data-leave={closeTo}>
            <button type="submit" className="button button--outline">
              Close
            </button>
          </form>
        </header>
        <NotConnected />
        <main id="main" tabIndex={-1} className="portal__main">
          {children}
        </main>
        <footer className="portal__foot screen-only">
          {pause}
          <nav aria-label="More" className="portal__links">
            <PlainLink href="/support" isAlone>
              Support
            </PlainLink>
            {links.map((link) => (
              <PlainLink key={link.href} href={link.href} isAlone>
                {link.label}
              </PlainLink>
            ))}
          </nav>
        </footer>
      </div>
      {idle}
      <QuickClose />
    </div>
  );
}
