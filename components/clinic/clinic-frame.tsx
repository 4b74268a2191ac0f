import { LogOut, Menu } from 'lucide-react';
import type { ReactNode } from 'react';
import { BareLink } from '@/components/ui/link';

export type ClinicItem = {
  href: string;
  label: string;
  /** A lucide icon. */
  icon: ReactNode;
  /** How many need a look; 0 shows nothing. */
  count?: number;
};

type ClinicFrameProps = {
  practiceName: string;
  /** The name of who is signed in. */
  signedInAs: string;
  /** The areas this person may open, at most five on a phone's bar. */
  items: ClinicItem[];
  /** The `href` of the area this page belongs to. */
  current?: string;
  /** Where the sign-out form posts to, and what goes with it (its CSRF token). */
  signOut: { action: string; hidden?: Record<string, string> };
  /** Above everything: the demo banner. */
  banner?: ReactNode;
  /** The idle curtain and its warning, when there is one. */
  idle?: ReactNode;
  /** "compact" for therapists who want more on a screen. */
  density?: 'comfortable' | 'compact';
  children: ReactNode;
};

/** What stands around every page of the clinic: rail, skip link, main region, sign-out. */
export function ClinicFrame({
  practiceName,
  signedInAs,
  items,
  current,
  signOut,
  banner,
  idle,
  density,
  children,
}: ClinicFrameProps) {
  return (
    <div data-area="clinic" data-density={density}>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      {banner}
      <div className="clinic">
        <section aria-label="Menu" className="clinic__top screen-only">
          <details className="clinic__menu">
            <summary>
              <span className="clinic__practice">{practiceName}</span>
              <span className="inline-flex items-center gap-2 font-semibold">
                <Menu aria-hidden="true" className="size-5" /> Menu
              </span>
            </summary>
            <div>
              <p>Signed in as {signedInAs}</p>
              <SignOut {...signOut} />
            </div>
          </details>
        </section>
        <header className="clinic__side screen-only">
          <div className="clinic__rail">
            <p className="clinic__practice max-sm:hidden">{practiceName}</p>
            <nav aria-label="Areas" className="clinic__nav">
              {items.map((item) => (
                <BareLink
                  key={item.href}
                  href={item.href}
                  className="clinic__item"
                  aria-current={item.href === current ? 'page' : undefined}
                  title={item.label}
                  hasPendingMark={false}
                >
                  {item.icon}
                  <span className="clinic__word">{item.label}</span>
                  {item.count ? (
                    <span className="clinic__count">
                      {item.count}
                      <span className="sr-only"> need a look</span>
                    </span>
                  ) : null}
                </BareLink>
              ))}
            </nav>
            <div className="clinic__self">
              <p className="clinic__name">{signedInAs}</p>
              <SignOut {...signOut} />
            </div>
          </div>
        </header>
        <main id="main" tabIndex={-1} className="clinic__main">
          <div className="clinic__content">{children}</div>
        </main>
      </div>
      {idle}
    </div>
  );
}

function SignOut({ action, hidden }: ClinicFrameProps['signOut']) {
  return (
    <form method="post" action={action}>
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className="clinic__item -mx-3 w-[calc(100%+1.5rem)] max-[68.75rem]:mx-0 max-[68.75rem]:w-full"
        title="Sign out"
      >
        <LogOut aria-hidden="true" />
        <span className="clinic__word">Sign out</span>
      </button>
    </form>
  );
}
