import type { ReactNode } from 'react';
import { Chip, type Tone } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { PartnerMark } from '@/components/ui/partner-mark';
import { dayAndTime, dayOf, shortDay } from '@/lib/format/dates';
import type { NoteContext } from '@/lib/session-notes/read-context';

type Partner = { id: string; name: string; initials: string; place: 'first' | 'second' };

type NoteContextPanelProps = {
  context: NoteContext;
  kind: 'joint' | 'individual';
  partners: Partner[];
  timeZone: string;
  today: string;
};

const tierWords = { urgent: 'Urgent', safety: 'Safety', talk: 'To talk about', review: 'To review' } as const;
const tierTones: Record<keyof typeof tierWords, Tone> = {
  urgent: 'danger',
  safety: 'danger',
  talk: 'look',
  review: 'look',
};

/** What a therapist wants in sight while writing; nothing here is part of the note. */
export function NoteContextPanel({ context, kind, partners, timeZone, today }: NoteContextPanelProps) {
  const { since, lastPlan, checkIns, tiers, words, reflections } = context;
  const who = (id: string) => {
    const partner = partners.find((one) => one.id === id);
    return partner ? <PartnerMark place={partner.place}>{partner.initials}</PartnerMark> : null;
  };
  const day = (on: string) => shortDay(on, today);
  const span = since ? `since ${day(dayOf(since, timeZone))}` : 'so far';
  return (
    <div className="flex flex-col gap-5">
      <h2 className="text-lg">Context</h2>
      <Part heading={lastPlan ? `Plan of ${day(dayOf(lastPlan.sessionAt, timeZone))}` : 'Last plan'}>
        {lastPlan ? (
          <p className="whitespace-pre-wrap">{lastPlan.text}</p>
        ) : (
          <Nothing>No earlier note in this record.</Nothing>
        )}
      </Part>
      <Part heading="Needs a look">
        {tiers.length > 0 ? (
          <ul className="flex flex-col gap-1.5">
            {tiers.map(({ partnerId, tier, times }) => (
              <li key={`${partnerId}${tier}`} className="flex flex-wrap items-center gap-2">
                {who(partnerId)}
                <Chip tone={tierTones[tier]}>
                  {tierWords[tier]}
                  {times > 1 ? ` ×${times}` : ''}
                </Chip>
              </li>
            ))}
          </ul>
        ) : (
          <Nothing>{kind === 'joint' ? 'Nothing that belongs beside a joint note.' : 'Nothing is open.'}</Nothing>
        )}
        {kind === 'joint' ? (
          <p className="text-sm text-ink-muted">
            What one partner said about safety, or alone, never stands beside a joint note.
          </p>
        ) : null}
      </Part>
      <Part heading={`Check-ins ${span}`}>
        {checkIns.length === 0 ? <Nothing>None.</Nothing> : null}
        <ul className="flex flex-col gap-3">
          {checkIns.map((one) => (
            <li key={one.id}>
              <p className="flex flex-wrap items-center gap-x-3">
                {who(one.partnerId)}
                <span className="font-semibold">{one.title}</span>
                <span className="text-sm text-ink-muted">{day(one.on)}</span>
              </p>
              <p className="tabular text-sm">{one.numbers.map(({ name, value }) => `${name} ${value}`).join(' · ')}</p>
              {one.answers.length + one.texts.length > 0 ? (
                <Disclosure summary={<span className="text-sm">Answers</span>}>
                  <dl className="flex flex-col gap-2 text-sm">
                    {[...one.answers, ...one.texts].map(({ ask, answer }) => (
                      <div key={ask}>
                        <dt className="text-ink-muted">{ask}</dt>
                        <dd className="whitespace-pre-wrap">{answer}</dd>
                      </div>
                    ))}
                  </dl>
                </Disclosure>
              ) : null}
            </li>
          ))}
        </ul>
      </Part>
      {kind === 'individual' ? (
        <Part heading={`Written to you alone ${span}`}>
          {reflections.length === 0 ? <Nothing>Nothing.</Nothing> : null}
          {reflections.map((one) => (
            <Quote key={one.id} head={dayAndTime(one.sentAt, timeZone, today)} text={one.text} />
          ))}
        </Part>
      ) : null}
      <Part heading={`Words shared with the partner ${span}`}>
        {words.length === 0 ? <Nothing>None.</Nothing> : null}
        {words.map((one) => (
          <Quote
            key={one.id}
            head={
              <>
                {who(one.partnerId)} {day(one.on)}
              </>
            }
            text={one.text}
          />
        ))}
      </Part>
    </div>
  );
}

function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-base">{heading}</h3>
      {children}
    </section>
  );
}

const Nothing = ({ children }: { children: ReactNode }) => <p className="text-ink-muted">{children}</p>;

function Quote({ head, text }: { head: ReactNode; text: string }) {
  return (
    <figure className="flex flex-col gap-0.5">
      <figcaption className="flex flex-wrap gap-x-3 text-sm text-ink-muted">{head}</figcaption>
      <blockquote className="whitespace-pre-wrap border-s-2 border-border-strong ps-3">{text}</blockquote>
    </figure>
  );
}
