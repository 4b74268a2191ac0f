import { DayView } from '@/components/sessions/schedule/day-view';
import { WeekView } from '@/components/sessions/schedule/week-view';
import { LinkButton } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { TabLinks } from '@/components/ui/tab-links';
import { longDay, shortDay } from '@/lib/format/dates';
import type { Schedule } from '@/lib/schedule/read-schedule';

/** A week or a day of appointments. */
export function SchedulePage({ schedule }: { schedule: Schedule }) {
  const { view, on, first, last, hasToday, timeZone } = schedule;
  const span = view === 'day' ? longDay(on) : `${shortDay(first, last)} to ${shortDay(last)} ${last.slice(0, 4)}`;
  return (
    <>
      <PageHeader
        title="Schedule"
        lead={`Times are in ${timeZone.replaceAll('_', ' ')}.`}
        actions={
          <LinkButton href={`/schedule/new?on=${on}`} variant="primary">
            New appointment
          </LinkButton>
        }
      />
      <TabLinks
        label="Week or day"
        current={address(view, on)}
        tabs={[
          { href: address('week', on), label: 'Week' },
          { href: address('day', on), label: 'Day' },
        ]}
      />
      <div className="schedule__head">
        <h2 className="text-xl">{span}</h2>
        <nav aria-label="Other days" className="schedule__moves screen-only">
          <LinkButton size="sm" href={address(view, schedule.previous)}>
            {view === 'day' ? 'Previous day' : 'Previous week'}
          </LinkButton>
          {hasToday ? null : (
            <LinkButton size="sm" href={view === 'day' ? '/schedule?view=day' : '/schedule'}>
              Today
            </LinkButton>
          )}
          <LinkButton size="sm" href={address(view, schedule.next)}>
            {view === 'day' ? 'Next day' : 'Next week'}
          </LinkButton>
        </nav>
      </div>
      {view === 'day' ? <DayView schedule={schedule} /> : <WeekView schedule={schedule} />}
    </>
  );
}

const address = (view: Schedule['view'], on: string) => `/schedule?view=${view}&on=${on}`;
