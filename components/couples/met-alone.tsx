import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { outcomeWords, wasAloneWords } from '@/lib/format/couple-words';
import { type Day, shortDay } from '@/lib/format/dates';

export type MeetingAlone = {
  id: string;
  metOn: Day;
  isBeforeHearth: boolean;
  wasAlone: keyof typeof wasAloneWords;
  outcome: keyof typeof outcomeWords;
  plan: string;
};

type MetAloneProps = {
  /** The newest record first. */
  meetings: MeetingAlone[];
  today: Day;
  /** The way to record one. */
  action: ReactNode;
};

/** Whether and how one partner was met alone; the newest record counts. */
export function MetAlone({ meetings, today, action }: MetAloneProps) {
  const [newest, ...earlier] = meetings;
  return (
    <div className="flex flex-col items-start gap-3">
      {newest ? (
        <>
          <Meeting meeting={newest} today={today} />
          {earlier.length > 0 ? (
            <Disclosure summary={`Earlier meetings (${earlier.length})`}>
              <ul className="flex flex-col gap-4">
                {earlier.map((meeting) => (
                  <li key={meeting.id}>
                    <Meeting meeting={meeting} today={today} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
        </>
      ) : (
        <Chip tone="look">Not met alone yet</Chip>
      )}
      {action}
    </div>
  );
}

function Meeting({ meeting, today }: { meeting: MeetingAlone; today: Day }) {
  const isOpening = meeting.wasAlone === 'yes' && meeting.outcome === 'jointWork';
  return (
    <div className="flex flex-col items-start gap-1">
      <Chip tone={isOpening ? 'success' : 'look'}>
        {meeting.wasAlone === 'yes' ? outcomeWords[meeting.outcome] : wasAloneWords.notSure}
      </Chip>
      <p>
        {shortDay(meeting.metOn, today)}
        {meeting.isBeforeHearth ? ', before Hearth' : ''}
        {meeting.wasAlone === 'notSure' ? `. ${outcomeWords[meeting.outcome]}` : ''}
      </p>
      {meeting.plan ? (
        <Disclosure summary="Plan">
          <p className="max-w-measure whitespace-pre-line">{meeting.plan}</p>
        </Disclosure>
      ) : null}
    </div>
  );
}
