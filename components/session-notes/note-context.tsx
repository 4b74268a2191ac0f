import type { ReactNode } from 'react';
import { Chip, type Tone } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { PartnerMark } from '@/components/ui/partner-mark';
import { dayAndTime, dayOf, shortDay } from '@/lib/format/dates';
import { InsertButton } from '@/components/session-notes/insert-button';
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
  const { since, lastPlan, goals, assigned, comfort, checkIns, tiers, words, reflections } = context;
  const partnerOf = (id: string) => partners.find((one) => one.id === id);
  const nameOf = (id: string) => partnerOf(id)?.name ?? '';
  const who = (id: string) => {
    const partner = partnerOf(id);
    return partner ? <PartnerMark place={partner.place}>{partner.initials}</PartnerMark> : null;
  };
  const day = (on: string) => shortDay(on, today);
  const span = since ? `since ${day(dayOf(since, timeZone))}` : 'so far';
  return (
    <div className="flex flex-col gap-5">
      <h2 className="text-lg">Context</h2>
      <Part heading={lastPlan ? `Plan of ${day(dayOf(lastPlan.sessionAt, timeZone))}` : 'Last plan'}>
        {lastPlan ? (
          <Item insert={<InsertButton name="plan" label="Last plan" text={lastPlan.text} />} head="As it was written">
            <p className="whitespace-pre-wrap">{lastPlan.text}</p>
          </Item>
        ) : (
          <Nothing>No earlier note in this record.</Nothing>
        )}
      </Part>
      {goals.length > 0 ? (
        <Part heading="Goals">
          {goals.map((goal) => (
            <Item
              key={goal.id}
              insert={<InsertButton name="goal" label={`Goal: ${goal.words}`} text={goal.words} />}
              head={goal.words}
            >
              {goal.objectives.length > 0 ? (
                <ul className="list-disc ps-5">
                  {goal.objectives.map(({ id, words: objective }) => (
                    <li key={id}>{objective}</li>
                  ))}
                </ul>
              ) : null}
            </Item>
          ))}
        </Part>
      ) : null}
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
      <Part heading={`Steps given ${span}`}>
        {assigned.length === 0 ? <Nothing>None.</Nothing> : null}
        {assigned.map((one) => (
          <Item
            key={one.id}
            insert={
              <InsertButton
                name="step"
                label={`Step: ${one.title}`}
                text={`${one.title}, given ${day(dayOf(one.at, timeZone))}`}
              />
            }
            head={day(dayOf(one.at, timeZone))}
          >
            <p>{one.title}</p>
          </Item>
        ))}
      </Part>
      <Part heading={`Comfort ${since ? 'since then' : 'so far'}`}>
        {comfort.length === 0 ? <Nothing>Too few check-ins to tell.</Nothing> : null}
        {comfort.map(({ partnerId, from, to }) => (
          <Item
            key={partnerId}
            insert={
              <InsertButton
                name="comfort"
                label={`Comfort of ${nameOf(partnerId)}`}
                text={`${nameOf(partnerId)}: comfort from ${from} to ${to} of 10`}
              />
            }
            head={who(partnerId)}
          >
            <p className="tabular">
              From {from} to {to} of 10
            </p>
          </Item>
        ))}
      </Part>
      <Part heading={`Check-ins ${span}`}>
        {checkIns.length === 0 ? <Nothing>None.</Nothing> : null}
        <ul className="flex flex-col gap-3">
          {checkIns.map((one) => (
            <li key={one.id} data-row>
              <div className="context-item__head">
                <p className="flex flex-wrap items-center gap-x-3">
                  {who(one.partnerId)}
                  <span className="font-semibold">{one.title}</span>
                  <span className="text-sm text-ink-muted">{day(one.on)}</span>
                </p>
                <InsertButton
                  name="check-in"
                  label={`Check-in of ${nameOf(one.partnerId)}, ${day(one.on)}`}
                  text={checkInText(one, nameOf(one.partnerId), day(one.on))}
                />
              </div>
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
            <Quote
              key={one.id}
              head={dayAndTime(one.sentAt, timeZone, today)}
              text={one.text}
              insert={
                <InsertButton
                  name="alone"
                  label={`Written to you, ${day(dayOf(one.sentAt, timeZone))}`}
                  text={one.text}
                />
              }
            />
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
            insert={
              <InsertButton
                name="words"
                label={`Shared by ${nameOf(one.partnerId)}, ${day(one.on)}`}
                text={`${nameOf(one.partnerId)} shared: “${one.text}”`}
              />
            }
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

type ItemProps = { head: ReactNode; insert: ReactNode; children: ReactNode };

/** One thing that can be put into the note. */
function Item({ head, insert, children }: ItemProps) {
  return (
    <div data-row>
      <div className="context-item__head">
        <span className="text-sm text-ink-muted">{head}</span>
        {insert}
      </div>
      {children}
    </div>
  );
}

function Quote({ head, text, insert }: { head: ReactNode; text: string; insert: ReactNode }) {
  return (
    <figure className="flex flex-col gap-0.5" data-row>
      <figcaption className="context-item__head text-sm text-ink-muted">
        <span className="flex flex-wrap gap-x-3">{head}</span>
        {insert}
      </figcaption>
      <blockquote className="whitespace-pre-wrap border-s-2 border-border-strong ps-3">{text}</blockquote>
    </figure>
  );
}

/** A check-in on a few lines of plain text. */
const checkInText = (one: NoteContext['checkIns'][number], name: string, on: string): string =>
  [
    `${name}, ${one.title}, ${on}`,
    ...one.numbers.map((number) => `- ${number.name}: ${number.value}`),
    ...[...one.answers, ...one.texts].map(({ ask, answer }) => `- ${ask} ${answer}`),
  ].join('\n');
