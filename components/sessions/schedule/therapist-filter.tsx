import { buttonClass } from '@/components/ui/button';
import { PlainLink } from '@/components/ui/plain-link';
import { scheduleAddress } from '@/components/sessions/schedule/schedule-address';
import type { Schedule } from '@/lib/schedule/read-schedule';

/** Whose appointments are shown: an address, so that it works without script and can be kept. */
export function TherapistFilter({ schedule }: { schedule: Schedule }) {
  const { view, on, therapists, therapistId } = schedule;
  if (therapists.length === 0) return null;
  return (
    <form action="/schedule" className="schedule__filter screen-only" aria-label="Whose appointments">
      <input type="hidden" name="view" value={view} />
      <input type="hidden" name="on" value={on} />
      <label className="label" htmlFor="therapist">
        Therapist
      </label>
      <span className="select-wrap">
        {/* Made anew for each address: a browser keeps the choice of a select that stays. */}
        <select
          key={therapistId ?? 'all'}
          id="therapist"
          name="therapist"
          className="select-native"
          defaultValue={therapistId ?? ''}
          autoComplete="off"
        >
          <option value="">Everybody</option>
          {therapists.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </span>
      <button type="submit" className={buttonClass({ variant: 'secondary' })}>
        Show
      </button>
      {therapistId ? (
        <PlainLink href={scheduleAddress({ view, on, therapistId: null })} isAlone>
          Show everybody
        </PlainLink>
      ) : null}
    </form>
  );
}
