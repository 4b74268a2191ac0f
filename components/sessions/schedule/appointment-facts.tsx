import { lackWords } from '@/components/sessions/schedule/line-words';
import { PartnerMark } from '@/components/ui/partner-mark';
import { Facts, Section } from '@/components/ui/page-parts';
import { placeOf } from '@/lib/format/couple-words';
import type { Appointment } from '@/lib/schedule/read-appointment';

/** When, where and with whom; and how each of those who come wants to be reached. */
export function AppointmentFacts({ appointment, timeZone }: { appointment: Appointment; timeZone: string }) {
  const { row, line, later } = appointment;
  return (
    <>
      <Section heading={line.isAlone ? 'Individual appointment' : 'Joint appointment'}>
        {line.isAlone ? <p className="font-semibold">Don’t mention to the other.</p> : null}
        <Facts
          facts={[
            {
              name: 'Time',
              value: `${line.begins} to ${line.ends} in ${timeZone.replaceAll('_', ' ')}${line.theirTime ? ` (for them ${line.theirTime})` : ''}`,
            },
            { name: 'Therapist', value: row.therapistName },
            ...(row.place ? [{ name: 'Place', value: row.place }] : []),
            ...(line.lacks && !line.isCancelled ? [{ name: 'Where', value: lackWords[line.lacks] }] : []),
            ...(row.videoLink
              ? [{ name: 'Video link', value: <span className="break-all">{row.videoLink}</span> }]
              : []),
            ...(row.seriesId
              ? [
                  {
                    name: 'Every week',
                    value:
                      later === 0
                        ? 'The last of its series'
                        : later === 1
                          ? '1 more after it'
                          : `${later} more after it`,
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section heading="Who comes">
        <ul className="flex flex-col gap-4">
          {row.people.map((person) => (
            <li key={person.id}>
              <p className="font-semibold">
                <PartnerMark place={placeOf(person.position)}>{person.name}</PartnerMark>
              </p>
              <p>
                {person.contactInstruction || (
                  <span className="text-ink-muted">No contact instruction yet. Ask the therapist before you call.</span>
                )}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
