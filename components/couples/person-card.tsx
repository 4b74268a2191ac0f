import { MetAlone, type MeetingAlone } from '@/components/couples/met-alone';
import type { ReactNode } from 'react';
import { PartnerRequests, type RequestOfPartner } from '@/components/couples/partner-requests';
import { SignInState, type SignInOfPartner } from '@/components/couples/sign-in-state';
import { LinkButton, TextLink } from '@/components/ui/link';
import { Card, Facts, Section } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { Day } from '@/lib/format/dates';

export type Person = {
  id: string;
  place: 'first' | 'second';
  name: string;
  initials: string;
  /** Exactly one of the two. */
  email: string | null;
  userName: string | null;
  phone: string;
  contactInstruction: string;
  emergencyContact: string;
  words: string;
  /** What this person agreed to and when, in a sentence. */
  agreement: string;
  meetings: MeetingAlone[];
  /** This person's referrals, and the way to make one. */
  referrals: ReactNode;
  signIn: SignInOfPartner;
  /** By whom and when the instruction was said last, in words; null where it never changed. */
  contactSaid: string | null;
  requests: RequestOfPartner[];
  formKeys: { card: string; resend: string; revoke: string };
};

type PersonCardProps = {
  coupleId: string;
  person: Person;
  today: Day;
  actions: { makeCard: FormAction; resend: FormAction; revoke: FormAction; settle: FormAction };
};

const orNone = (text: string) =>
  text ? <span className="whitespace-pre-line">{text}</span> : <span className="text-ink-muted">None noted</span>;

/** One partner: how they are reached, whether they were met alone, whether they can sign in. */
export function PersonCard({ coupleId, person, today, actions }: PersonCardProps) {
  const at = `/couples/${coupleId}/people/${person.id}`;
  return (
    <Card as="article" className="gap-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="min-w-0 text-xl wrap-anywhere">
          <PartnerMark place={person.place}>{person.name}</PartnerMark>
        </h2>
        <TextLink href={at} aria-label={`Change contacts of ${person.name}`}>
          Change
        </TextLink>
      </div>
      <Facts
        facts={[
          {
            name: 'Contact instruction',
            value: (
              <>
                {orNone(person.contactInstruction)}
                {person.contactSaid ? <span className="block text-sm text-ink-muted">{person.contactSaid}</span> : null}
              </>
            ),
          },
          ...(person.email === null
            ? [
                { name: 'E-mail', value: <span className="text-ink-muted">None of their own</span> },
                { name: 'User name', value: person.userName },
              ]
            : [{ name: 'E-mail', value: <span className="break-all">{person.email}</span> }]),
          { name: 'Phone', value: orNone(person.phone) },
          { name: 'Emergency contact', value: orNone(person.emergencyContact) },
          { name: 'Words they use', value: orNone(person.words) },
          { name: 'Agreement', value: person.agreement },
        ]}
      />
      {person.requests.length > 0 ? (
        <PartnerRequests coupleId={coupleId} name={person.name} requests={person.requests} settle={actions.settle} />
      ) : null}
      <Section heading="Met alone" level={3}>
        <MetAlone
          meetings={person.meetings}
          today={today}
          action={
            <LinkButton href={`${at}/meeting`} variant={person.meetings.length > 0 ? 'secondary' : 'primary'}>
              {person.meetings.length > 0 ? 'Record another meeting' : 'Record the meeting alone'}
              <span className="sr-only"> with {person.name}</span>
            </LinkButton>
          }
        />
      </Section>
      <Section heading="Referrals" level={3}>
        {person.referrals}
      </Section>
      <Section heading="Record" level={3}>
        <TextLink href={`${at}/releases`} aria-label={`Releases of this record, and what went out, of ${person.name}`}>
          Releases of this record, and what went out
        </TextLink>
      </Section>
      <Section heading="Needs a look" level={3}>
        <TextLink href={`${at}/review`} aria-label={`From which numbers on to review answers of ${person.name}`}>
          From which numbers on to review answers
        </TextLink>
      </Section>
      <Section heading="Sign-in" level={3}>
        <SignInState
          signIn={person.signIn}
          coupleId={coupleId}
          partnerId={person.id}
          formKeys={person.formKeys}
          actions={actions}
        />
      </Section>
    </Card>
  );
}
