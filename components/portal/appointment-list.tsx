import { PlainLink, PlainLinkButton } from '@/components/ui/plain-link';
import { NOT_TAKING_PLACE } from '@/lib/format/partner-words';
import type { AppointmentOfMine, MyAppointments } from '@/lib/my-appointments/read-my-appointments';

/** One's own appointments, and the file for a calendar. */
export function AppointmentList({ lines, hasReminders, isAloneInFile, timeZone }: MyAppointments) {
  if (lines.length === 0)
    return (
      <>
        <p>None at the moment. To make or change one, tell the practice in the way you agreed is safe.</p>
        <PlainLinkButton href="/home">Back to Today</PlainLinkButton>
      </>
    );
  return (
    <>
      <ul className="my-visits">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      <p className="text-sm text-ink-muted">
        Times are in {timeZone.replaceAll('_', ' ')}. To change one, tell the practice in the way you agreed is safe.
      </p>
      {hasReminders ? (
        <section className="flex flex-col gap-2" aria-labelledby="calendar">
          <h2 id="calendar">For a calendar</h2>
          <p>
            {isAloneInFile ? 'A file with all of these.' : 'A file with those for both of you.'} Each is called
            “Reminder”, without a place. Whoever sees that calendar sees the times.
          </p>
          <PlainLinkButton href="/api/reminders" download="reminders.ics">
            Download the file
          </PlainLinkButton>
        </section>
      ) : null}
    </>
  );
}

function Line({ line }: { line: AppointmentOfMine }) {
  return (
    <li>
      <h2 className="my-visits__day">{line.day}</h2>
      {line.isCancelled ? (
        <>
          <p className="my-visits__gone">{line.time}</p>
          <p>{NOT_TAKING_PLACE}</p>
        </>
      ) : (
        <>
          <p>
            <strong className="tabular">{line.time}</strong>
            <span className="my-visits__who">{line.isJoint ? 'With both of you' : 'With you alone'}</span>
          </p>
          {line.place ? <p>{line.place}</p> : null}
          {line.videoLink ? (
            <PlainLink href={line.videoLink} rel="noreferrer" isAlone>
              Join by video
              <span className="sr-only">
                {' '}
                on {line.day}, {line.time}
              </span>
            </PlainLink>
          ) : null}
          {line.place || line.videoLink ? null : <p className="text-ink-muted">The practice will tell you where.</p>}
        </>
      )}
    </li>
  );
}
