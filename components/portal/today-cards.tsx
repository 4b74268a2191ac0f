// What stands on Today: one small thing first, the others after it, and words that have arrived.
import { Disclosure } from '@/components/ui/disclosure';
import { PlainLink, PlainLinkButton } from '@/components/ui/plain-link';
import { weekdayAndDay } from '@/lib/format/dates';
import { NOT_A_YES } from '@/lib/format/partner-words';
import { minutesWords } from '@/lib/format/rhythms';
import type { DayUnit, MyDay } from '@/lib/my-day/schema';

const pathOf = ({ assignmentId, unit }: DayUnit) => `/steps/${assignmentId}/${unit}`;
const partOf = ({ unit }: DayUnit) => (unit === 'whole' ? '' : unit === 'alone' ? 'On your own. ' : 'Together. ');

/** The one small thing of today. */
export function FirstCard({ unit }: { unit: DayUnit }) {
  return (
    <section className="card" aria-labelledby="first-step">
      <p className="text-sm text-ink-muted">
        {unit.state === 'asked' ? 'Before it opens, a question for you' : 'One small thing'}
      </p>
      <h2 id="first-step">{unit.title}</h2>
      <p>
        {partOf(unit)}
        {minutesWords(unit.minutes)}.
      </p>
      {unit.state === 'open' ? <p className="text-sm text-ink-muted">{NOT_A_YES}</p> : null}
      <div className="pair">
        <PlainLinkButton variant="primary" href={pathOf(unit)}>
          See the step
        </PlainLinkButton>
        <PlainLinkButton href="/home/later">Not today</PlainLinkButton>
      </div>
    </section>
  );
}

/** What else is open or asked, as links of equal weight. */
export function OtherUnits({ units }: { units: DayUnit[] }) {
  return (
    <section aria-labelledby="others" className="flex flex-col gap-2">
      <h2 id="others" className="text-base">
        Also there, if you like
      </h2>
      <ul className="link-list">
        {units.map((unit) => (
          <li key={unit.assignmentId + unit.unit}>
            <PlainLink href={pathOf(unit)} isAlone>
              {unit.title}
              <span className="sr-only"> {partOf(unit)}</span>
            </PlainLink>
            <span className="text-sm text-ink-muted">
              {partOf(unit)}
              {unit.state === 'asked' ? 'A question first' : minutesWords(unit.minutes)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was open yesterday: how it was may still be said. */
export function RecentUnits({ units }: { units: DayUnit[] }) {
  return (
    <section aria-labelledby="recent" className="flex flex-col gap-2">
      <h2 id="recent" className="text-base">
        From yesterday, if you would like to say how it was
      </h2>
      <ul className="link-list">
        {units.map((unit) => (
          <li key={unit.assignmentId + unit.unit}>
            <span>{unit.title}</span>
            <PlainLink href={`${pathOf(unit)}/check-in`} isAlone>
              Check in
              <span className="sr-only"> about {unit.title}</span>
            </PlainLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Words the other shared, dated by day alone. */
export function ArrivedWords({ words, today }: { words: MyDay['words']; today: string }) {
  return (
    <section aria-labelledby="arrived" className="flex flex-col gap-3">
      <h2 id="arrived" className="text-base">
        Your partner shared
      </h2>
      {words.map(({ id, on, text }) => (
        <figure key={id} className="words">
          <blockquote>{text}</blockquote>
          <figcaption>
            <time dateTime={on}>{weekdayAndDay(on, today)}</time>
          </figcaption>
        </figure>
      ))}
      <p className="text-sm text-ink-muted">
        Shared words leave after 14 days, as all of them do, unless you <PlainLink href="/shared">keep them</PlainLink>.
      </p>
    </section>
  );
}

/** Steps the therapist has finished, behind one tap. */
export function DoneSteps({ done, today }: { done: MyDay['done']; today: string }) {
  return (
    <Disclosure summary="Finished steps">
      <ul className="link-list">
        {done.map(({ title, on }) => (
          <li key={title + on}>
            <span>{title}</span>
            <time dateTime={on} className="text-sm text-ink-muted">
              {weekdayAndDay(on, today)}
            </time>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
