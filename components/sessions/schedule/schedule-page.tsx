import { DayView } from '@/components/sessions/schedule/day-view';
import { newAddress, scheduleAddress } from '@/components/sessions/schedule/schedule-address';
import { TherapistFilter } from '@/components/sessions/schedule/therapist-filter';
import { WeekView } from '@/components/sessions/schedule/week-view';
import { LinkButton } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { TabLinks } from '@/components/ui/tab-links';
import { longDay, shortDay } from '@/lib/format/dates';
import type { Schedule } from '@/lib/schedule/read-schedule';

/** A week or a day of appointments. */
export function SchedulePage({ schedule }: { schedule: Schedule }) {
  const { view, on, first, last, hasToday, timeZone, therapistId, lacksCouple } = schedule;
  const address = (to: Partial<Pick<Schedule, 'view' | 'on'>>) => scheduleAddress({ view, on, therapistId, ...to });
  const span = view === 'day' ? longDay(on) : `${shortDay(first, last)} to ${shortDay(last)} ${last.slice(0, 4)}`;
  return (
    <>
      <PageHeader
        title="Schedule"
        lead={`Times are in ${timeZone.replaceAll('_', ' ')}.`}
        actions={
          lacksCouple ? null : (
            <LinkButton href={newAddress(schedule)} variant="primary">
              New appointment
            </LinkButton>
          )
        }
      />
      <TabLinks
        label="Week or day"
        current={address({})}
        tabs={[
          { href: address({ view: 'week' }), label: 'Week' },
          { href: address({ view: 'day' }), label: 'Day' },
        ]}
      />
      <TherapistFilter schedule={schedule} />
      <div className="schedule__head">
        <h2 className="text-xl">{span}</h2>
        <nav aria-label="Other days" className="schedule__moves screen-only">
          <LinkButton size="sm" href={address({ on: schedule.previous })}>
            {view === 'day' ? 'Previous day' : 'Previous week'}
          </LinkButton>
          {hasToday ? null : (
            <LinkButton size="sm" href={address({ on: schedule.today })}>
              Today
            </LinkButton>
          )}
          <LinkButton size="sm" href={address({ on: schedule.next })}>
            {view === 'day' ? 'Next day' : 'Next week'}
          </LinkButton>
        </nav>
      </div>
      {view === 'day' ? <DayView schedule={schedule} /> : <WeekView schedule={schedule} />}
    </>
  );
}
