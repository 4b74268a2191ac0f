'use client';

// In the browser too, so that the frame crosses as its few words instead of as all its elements and icons.
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { Curtain } from '@/components/clinic/curtain/curtain';
import { CoverButton } from '@/components/clinic/curtain/cover-button';
import { ClinicKeys } from '@/components/clinic/keys/keys';
import { ShieldBar, ShieldButton } from '@/components/clinic/keys/shield-button';
import { LinkArea } from '@/components/clinic/link-area';

/** The areas of the clinic, in the rail's order. */
const areas = {
  today: 'Today',
  caseload: 'Caseload',
  supervision: 'Supervision',
  schedule: 'Schedule',
  library: 'Library',
  people: 'People',
  settings: 'Settings',
};
const KEYS_PAGE = '/settings/keys';
const ACCOUNT_PAGE = '/settings/account';
export type ClinicArea = keyof typeof areas;

type ClinicPageProps = {
  frame: {
    practiceName: string;
    /** The name of who is signed in. */
    signedInAs: string;
    /** The areas this person may open. */
    areas: ClinicArea[];
    hasSingleKeys: boolean;
    areNamesShielded: boolean;
    /** Whose page it is, and how long it stays uncovered while nobody does anything. */
    who: string;
    idleMinutes: number;
  };
  /** The area this page belongs to. */
  current?: ClinicArea;
  title: string;
  /** Above everything: the demo banner. */
  banner?: ReactNode;
  children: ReactNode;
};

/** One page of the clinic: its title and what stands around every page: rail, skip link, main region, sign-out. */
export function ClinicPage({ frame, current, title, banner, children }: ClinicPageProps) {
  const { practiceName, signedInAs, hasSingleKeys, areNamesShielded } = frame;
  return (
    <LinkArea data-area="clinic">
      <title>{title}</title>
      <Curtain who={frame.who} idleMinutes={frame.idleMinutes}>
        <a className="skip-link" href="#main">
          Skip to content
        </a>
        <ClinicKeys hasSingleKeys={hasSingleKeys} areNamesShielded={areNamesShielded} />
        {banner}
        {areNamesShielded ? <ShieldBar /> : null}
        <div className="clinic">
          <section aria-label="Menu" className="clinic__top screen-only">
            <details className="clinic__menu">
              <summary>
                <span className="clinic__practice">{practiceName}</span>
                <span className="clinic__open">
                  <Icon name="menu" />
                  Menu
                </span>
              </summary>
              <div>
                <p>{`Signed in as ${signedInAs}`}</p>
                <Own areNamesShielded={areNamesShielded} />
                <SignOut />
              </div>
            </details>
          </section>
          <header className="clinic__side screen-only">
            <div className="clinic__rail">
              <p className="clinic__practice">{practiceName}</p>
              <nav aria-label="Areas" className="clinic__nav">
                {(Object.keys(areas) as ClinicArea[]).map((area) =>
                  frame.areas.includes(area) ? (
                    <a
                      key={area}
                      href={`/${area}`}
                      className="clinic__item"
                      aria-current={area === current ? 'page' : undefined}
                      title={areas[area]}
                    >
                      <Icon name={area} />
                      <span className="clinic__word">{areas[area]}</span>
                    </a>
                  ) : null,
                )}
              </nav>
              <form id="sign-out" method="post" action="/api/sign-out" className="clinic__self">
                <p className="clinic__name">{signedInAs}</p>
                <Own areNamesShielded={areNamesShielded} />
                <SignOut />
              </form>
            </div>
          </header>
          <main id="main" tabIndex={-1} className="clinic__main">
            <div className="clinic__content">{children}</div>
          </main>
        </div>
      </Curtain>
    </LinkArea>
  );
}

/** What somebody sets for themselves; stands twice like the way out. */
function Own({ areNamesShielded }: { areNamesShielded: boolean }) {
  return (
    <>
      <ShieldButton areNamesShielded={areNamesShielded} className="clinic__item clinic__out" />
      <CoverButton className="clinic__item clinic__out" />
      <a href={ACCOUNT_PAGE} className="clinic__item clinic__out" title="Account">
        <Icon name="account" />
        <span className="clinic__word">Account</span>
      </a>
      <a href={KEYS_PAGE} className="clinic__item clinic__out" title="Keys">
        <Icon name="keyboard" />
        <span className="clinic__word">Keys</span>
      </a>
    </>
  );
}

/** Stands twice, in the rail and in a phone's menu, and sends the one form. */
function SignOut() {
  return (
    <button type="submit" form="sign-out" className="clinic__item clinic__out" title="Sign out">
      <Icon name="signOut" />
      <span className="clinic__word">Sign out</span>
    </button>
  );
}
