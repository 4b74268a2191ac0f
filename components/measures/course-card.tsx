import { ScoreTable } from '@/components/measures/score-table';
import { CourseChart } from '@/components/ui/charts/course-chart';
import { scoreCourse } from '@/components/ui/charts/score-course';
import { Disclosure } from '@/components/ui/disclosure';
import { Card } from '@/components/ui/page-parts';
import type { PartnerPlace } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { Course } from '@/lib/measures/read-measures';

type CourseCardProps = { coupleId: string; course: Course; place: PartnerPlace; who: string; action: FormAction };

const SHOWN_AT_ONCE = 4;

/** One measure of one person: the latest, how its sources read it, the course, and every score. */
export function CourseCard({ coupleId, course, place, who, action }: CourseCardProps) {
  const { name, fullName, latest, reading, change, points, range, mark, lines, citation } = course;
  const drawing = scoreCourse(points, range, mark?.at ?? null);
  const earlier = lines.slice(SHOWN_AT_ONCE);
  const table = (shown: Course['lines'], caption: string) => (
    <ScoreTable coupleId={coupleId} lines={shown} caption={caption} name={name} action={action} />
  );
  return (
    <Card as="article" className="measure">
      <header>
        <h3 className="text-lg wrap-anywhere">{name}</h3>
        <p className="text-sm wrap-anywhere text-ink-muted">{fullName}</p>
      </header>
      <p className="measure__latest tabular">{latest}</p>
      {reading.length + (change ? 1 : 0) > 0 ? (
        <ul className="measure__reading">
          {[...reading, ...(change ? [change] : [])].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      {drawing ? (
        <figure aria-label={`${name} of ${who} over time`}>
          <CourseChart drawing={drawing} place={place} />
          <figcaption>
            {mark ? <span className="measure__about">Dotted line: {mark.words}</span> : null}
            <span className="sr-only">The same numbers stand in the table below.</span>
          </figcaption>
        </figure>
      ) : null}
      {table(lines.slice(0, SHOWN_AT_ONCE), `${name} of ${who}, the newest first`)}
      {earlier.length > 0 ? (
        <Disclosure summary={`Earlier (${earlier.length})`}>{table(earlier, `${name} of ${who}, earlier`)}</Disclosure>
      ) : null}
      {citation ? (
        <Disclosure summary="Where it comes from">
          <p className="text-sm wrap-anywhere text-ink-muted">{citation}</p>
        </Disclosure>
      ) : null}
    </Card>
  );
}
