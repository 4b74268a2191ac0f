import { CourseCard } from '@/components/measures/course-card';
import { GivenList } from '@/components/measures/given-list';
import { LinkButton } from '@/components/ui/link';
import { EmptyState, Section } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { MeasuresPage } from '@/lib/measures/read-measures';

type MeasuresTabProps = { page: MeasuresPage; takeBack: FormAction; markInError: FormAction };

/** Each partner's own, side by side and never in one graph. */
export function MeasuresTab({ page: { couple, people, isInWork }, takeBack, markInError }: MeasuresTabProps) {
  const at = `/couples/${couple.id}/measures`;
  const isEmpty = people.every(({ given, courses }) => given.length + courses.length === 0);
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <p className="max-w-measure text-ink-muted">
          For the care team alone. Nobody is told by mail that a measure waits: it stands under “Questions” in that
          person’s own portal, and the other learns neither of it nor of what came of it. A score is no diagnosis.
        </p>
        {isInWork ? (
          <div className="page-head__actions screen-only">
            <LinkButton href={`${at}/elsewhere`} variant="quiet">
              Enter a total
            </LinkButton>
            <LinkButton href={`${at}/paper`}>Enter a paper form</LinkButton>
            {isEmpty ? null : (
              <LinkButton href={`${at}/give`} variant="primary">
                Give a measure
              </LinkButton>
            )}
          </div>
        ) : null}
      </div>
      {isEmpty ? (
        <EmptyState action={isInWork ? <LinkButton href={`${at}/give`}>Give a measure</LinkButton> : undefined}>
          No measure was given or entered yet.
        </EmptyState>
      ) : (
        <div className="measures">
          {people.map(({ id, name, place, given, courses }) => (
            <section key={id} className="measures__person" aria-labelledby={`measures-of-${place}`}>
              <h2 id={`measures-of-${place}`} className="text-xl wrap-anywhere">
                <PartnerMark place={place}>{name}</PartnerMark>
              </h2>
              {given.length > 0 ? (
                <Section heading="Given" level={3}>
                  <GivenList coupleId={couple.id} lines={given} action={takeBack} who={name} />
                </Section>
              ) : null}
              {courses.length === 0 ? <p className="text-ink-muted">No score yet.</p> : null}
              {courses.map((course) => (
                <CourseCard
                  key={course.key}
                  coupleId={couple.id}
                  course={course}
                  place={place}
                  who={name}
                  action={markInError}
                />
              ))}
            </section>
          ))}
        </div>
      )}
    </>
  );
}
