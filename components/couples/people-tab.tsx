import type { ReactNode } from 'react';
import { type Person, PersonCard } from '@/components/couples/person-card';
import { Banner } from '@/components/ui/banner';
import { LinkButton, TextLink } from '@/components/ui/link';
import { Card, Facts, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { policyWords, reasonWords, careTeamPartWords } from '@/lib/format/couple-words';
import type { Day } from '@/lib/format/dates';

type PeopleTabProps = {
  couple: {
    id: string;
    today: Day;
    policy: { policy: keyof typeof policyWords };
    careTeam: { staffMemberId: string; name: string; credential: string; part: keyof typeof careTeamPartWords }[];
  };
  people: Person[];
  reasons: string[];
  actions: { makeCard: FormAction; resend: FormAction; revoke: FormAction; settle: FormAction };
  /** Contact notes and to-dos, below the people. */
  followUp: ReactNode;
};

export function PeopleTab({ couple, people, reasons, actions, followUp }: PeopleTabProps) {
  const waiting = people.filter(
    ({ meetings: [newest] }) => newest?.wasAlone !== 'yes' || newest.outcome !== 'jointWork',
  );
  const policy = policyWords[couple.policy.policy];
  return (
    <div className="flex flex-col gap-8">
      {waiting.length > 0 ? (
        <Banner tone="look">
          Steps together stay closed until you have met {waiting.map(({ initials }) => initials).join(' and ')} alone,
          surely alone, with the outcome joint work.
        </Banner>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {people.map((person) => (
          <PersonCard key={person.id} coupleId={couple.id} person={person} today={couple.today} actions={actions} />
        ))}
        {people.length < 2 ? (
          <Card isPlain className="items-start">
            <h2 className="text-xl">One partner so far</h2>
            <p>Steps done alone are open to each person separately, so one partner is enough to begin.</p>
            <LinkButton href={`/couples/${couple.id}/people/new`}>Add a second partner</LinkButton>
          </Card>
        ) : null}
      </div>
      {followUp}
      <Section heading="Both of them">
        <Facts
          facts={[
            {
              name: 'What brought them here',
              value:
                reasons.length > 0 ? (
                  reasons.map(reasonOf).join('; ')
                ) : (
                  <span className="text-ink-muted">None noted</span>
                ),
            },
            {
              name: 'Confidentiality',
              value: (
                <>
                  {policy.label}. <span className="text-ink-muted">{policy.meaning}</span>
                </>
              ),
            },
            {
              name: 'Care team',
              value: (
                <>
                  {couple.careTeam
                    .map(
                      ({ name, credential, part }) =>
                        `${name}${credential ? `, ${credential}` : ''} (${careTeamPartWords[part].toLowerCase()})`,
                    )
                    .join('; ')}
                  {'. '}
                  <TextLink href={`/people/care-teams/${couple.id}`}>Days and history</TextLink>
                </>
              ),
            },
          ]}
        />
      </Section>
    </div>
  );
}

const reasonOf = (reason: string): string =>
  reason in reasonWords ? reasonWords[reason as keyof typeof reasonWords] : reason;
