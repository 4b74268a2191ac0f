import type { ComponentProps } from 'react';
import { ReferralState } from '@/components/referrals/referral-state';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton, TextLink } from '@/components/ui/link';
import type { Day } from '@/lib/format/dates';
import { professionWords, releaseStateWords } from '@/lib/format/referral-words';

type State = ComponentProps<typeof ReferralState>;
export type ReferralLine = Pick<State, 'dueOn' | 'outcome'> & {
  id: string;
  profession: keyof typeof professionWords;
  release: keyof typeof releaseStateWords | null;
};

type ReferralsOfPersonProps = { lines: ReferralLine[]; today: Day; href: string; name: string };

/** One partner's referrals: those that are open, and behind a fold those that something came of. */
export function ReferralsOfPerson({ lines, today, href, name }: ReferralsOfPersonProps) {
  const isClosed = ({ outcome }: ReferralLine) => outcome !== null && outcome.againOn === null;
  const open = lines.filter((line) => !isClosed(line));
  const closed = lines.filter(isClosed);
  return (
    <div className="flex flex-col items-start gap-3">
      {open.length > 0 ? <Lines lines={open} today={today} href={href} /> : null}
      {closed.length > 0 ? (
        <Disclosure summary={`Closed (${closed.length})`}>
          <Lines lines={closed} today={today} href={href} />
        </Disclosure>
      ) : null}
      <LinkButton href={`${href}/new`}>
        Make a referral<span className="sr-only"> for {name}</span>
      </LinkButton>
    </div>
  );
}

function Lines({ lines, today, href }: Pick<ReferralsOfPersonProps, 'lines' | 'today' | 'href'>) {
  return (
    <ul className="flex flex-col gap-3">
      {lines.map((line) => (
        <li key={line.id}>
          <p>
            <TextLink href={`${href}/${line.id}`}>{professionWords[line.profession]}</TextLink>
          </p>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
            <ReferralState {...line} today={today} />
            {line.release ? `Release: ${releaseStateWords[line.release].toLowerCase()}` : 'No release asked for'}
          </p>
        </li>
      ))}
    </ul>
  );
}
