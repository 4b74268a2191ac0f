'use client';

import type { ReactNode } from 'react';
import type { ContextOnPage } from '@/components/session-notes/draft-on-page';
import { InsertButton } from '@/components/session-notes/insert-button';
import { useHasScript } from '@/components/ui/has-script';
import { Chip, type Tone } from '@/components/ui/chip';
import { LateDisclosure } from '@/components/ui/late-disclosure';
import { PartnerMark } from '@/components/ui/partner-mark';

const tierWords = { urgent: 'Urgent', safety: 'Safety', talk: 'To talk about', review: 'To review' } as const;
const tierTones: Record<keyof typeof tierWords, Tone> = {
  urgent: 'danger',
  safety: 'danger',
  talk: 'look',
  review: 'look',
};

/** What a therapist wants in sight while writing; nothing here is part of the note. */
export function NoteContextPanel({ context }: { context: ContextOnPage }) {
  const { isJoint, partners, since, lastPlan, goals, assigned, comfort, checkIns, tiers, words, reflections } = context;
  const hasScript = useHasScript();
  const insert = (name: string, label: string, text: () => string) =>
    hasScript ? <InsertButton name={name} label={label} text={text()} /> : null;
  const nameOf = (whose: number) => partners[whose]?.name ?? '';
  const who = (whose: number) => {
    const partner = partners[whose];
    return partner ? <PartnerMark place={partner.place}>{partner.initials}</PartnerMark> : null;
  };
  const span = since ? `since ${since}` : 'so far';
  return (
    <div className="flex flex-col gap-5">
      <h2 className="text-lg">Context</h2>
      <Part heading={lastPlan ? `Plan of ${lastPlan.on}` : 'Last plan'}>
        {lastPlan ? (
          <Item insert={insert('plan', 'Last plan', () => lastPlan.text)} head="As it was written">
            <p className="whitespace-pre-wrap">{lastPlan.text}</p>
          </Item>
        ) : (
          <Nothing>No earlier note in this record.</Nothing>
        )}
      </Part>
      {goals.length > 0 ? (
        <Part heading="Goals">
          {goals.map((goal, at) => (
            <Item key={at} insert={insert('goal', `Goal: ${goal.words}`, () => goal.words)} head={goal.words}>
              {goal.objectives.length > 0 ? (
                <ul className="list-disc ps-5">
                  {goal.objectives.map((objective, place) => (
                    <li key={place}>{objective}</li>
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
            {tiers.map(({ whose, tier, times }, at) => (
              <li key={at} className="flex flex-wrap items-center gap-2">
                {who(whose)}
                <Chip tone={tierTones[tier]}>{times > 1 ? `${tierWords[tier]} ×${times}` : tierWords[tier]}</Chip>
              </li>
            ))}
          </ul>
        ) : (
          <Nothing>{isJoint ? 'Nothing that belongs beside a joint note.' : 'Nothing is open.'}</Nothing>
        )}
        {isJoint ? (
          <p className="text-sm text-ink-muted">
            What one partner said about safety, or alone, never stands beside a joint note.
          </p>
        ) : null}
      </Part>
      <Part heading={`Steps given ${span}`}>
        {assigned.length === 0 ? <Nothing>None.</Nothing> : null}
        {assigned.map(({ title, on }, at) => (
          <Item key={at} insert={insert('step', `Step: ${title}`, () => `${title}, given ${on}`)} head={on}>
            <p>{title}</p>
          </Item>
        ))}
      </Part>
      <Part heading={`Comfort ${since ? 'since then' : 'so far'}`}>
        {comfort.length === 0 ? <Nothing>Too few check-ins to tell.</Nothing> : null}
        {comfort.map(({ whose, from, to }) => (
          <Item
            key={whose}
            insert={insert(
              'comfort',
              `Comfort of ${nameOf(whose)}`,
              () => `${nameOf(whose)}: comfort from ${from} to ${to} of 10`,
            )}
            head={who(whose)}
          >
            <p className="tabular">{`From ${from} to ${to} of 10`}</p>
          </Item>
        ))}
      </Part>
      <Part heading={`Check-ins ${span}`}>
        {checkIns.length === 0 ? <Nothing>None.</Nothing> : null}
        <ul className="flex flex-col gap-3">
          {checkIns.map((one, at) => (
            // From the end: a newer one comes first, and what was opened stays open.
            <li key={checkIns.length - at} data-row>
              <div className="context-item__head">
                <p className="flex flex-wrap items-center gap-x-3">
                  {who(one.whose)}
                  <span className="font-semibold">{one.title}</span>
                  <span className="text-sm text-ink-muted">{one.on}</span>
                </p>
                {insert('check-in', `Check-in of ${nameOf(one.whose)}, ${one.on}`, () =>
                  checkInText(one, nameOf(one.whose)),
                )}
              </div>
              <p className="tabular text-sm">{one.numbers.map(([name, value]) => `${name} ${value}`).join(' · ')}</p>
              {one.answers.length > 0 ? <Answers answers={one.answers} /> : null}
            </li>
          ))}
        </ul>
      </Part>
      {isJoint ? null : (
        <Part heading={`Written to you alone ${span}`}>
          {reflections.length === 0 ? <Nothing>Nothing.</Nothing> : null}
          {reflections.map(({ on, at, text }, place) => (
            <Quote key={place} head={at} text={text} insert={insert('alone', `Written to you, ${on}`, () => text)} />
          ))}
        </Part>
      )}
      <Part heading={`Words shared with the partner ${span}`}>
        {words.length === 0 ? <Nothing>None.</Nothing> : null}
        {words.map(({ whose, on, text }, at) => (
          <Quote
            key={at}
            head={
              <>
                {who(whose)}
                {` ${on}`}
              </>
            }
            text={text}
            insert={insert('words', `Shared by ${nameOf(whose)}, ${on}`, () => `${nameOf(whose)} shared: “${text}”`)}
          />
        ))}
      </Part>
    </div>
  );
}

const Answers = ({ answers }: { answers: [ask: string, answer: string][] }) => (
  <LateDisclosure summary={<span className="text-sm">Answers</span>}>
    {() => (
      <dl className="flex flex-col gap-2 text-sm">
        {answers.map(([ask, answer]) => (
          <div key={ask}>
            <dt className="text-ink-muted">{ask}</dt>
            <dd className="whitespace-pre-wrap">{answer}</dd>
          </div>
        ))}
      </dl>
    )}
  </LateDisclosure>
);

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
const checkInText = ({ title, on, numbers, answers }: ContextOnPage['checkIns'][number], name: string): string =>
  [
    `${name}, ${title}, ${on}`,
    ...numbers.map(([number, value]) => `- ${number}: ${value}`),
    ...answers.map(([ask, answer]) => `- ${ask} ${answer}`),
  ].join('\n');
