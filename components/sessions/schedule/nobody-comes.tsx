import { scheduleAddress } from '@/components/sessions/schedule/schedule-address';
import { LinkButton } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/page-parts';
import type { Schedule } from '@/lib/schedule/read-schedule';

/** An empty day or week; of one therapist, the way back to everybody's. The page's own button makes the appointment. */
export function NobodyComes({ schedule, when }: { schedule: Schedule; when: string }) {
  const { view, on, therapists, therapistId, lacksCouple } = schedule;
  const whose = therapists.find(({ id }) => id === therapistId);
  if (whose)
    return (
      <EmptyState
        action={
          <LinkButton href={scheduleAddress({ view, on, therapistId: null })}>Show everybody’s appointments</LinkButton>
        }
      >
        Nobody comes to {whose.name} {when}.
      </EmptyState>
    );
  return lacksCouple ? <NoCoupleYet lacks={lacksCouple} /> : <EmptyState>Nobody comes {when}.</EmptyState>;
}

/** Before the first couple there is nobody an appointment could be for. */
export function NoCoupleYet({ lacks }: { lacks: NonNullable<Schedule['lacksCouple']> }) {
  if (lacks === 'wait')
    return (
      <EmptyState>
        An appointment is for a couple, and there is none at present. A therapist makes the couple first.
      </EmptyState>
    );
  return (
    <EmptyState
      action={
        <LinkButton href="/couples/new" variant="primary">
          New couple
        </LinkButton>
      }
    >
      An appointment is for a couple you care for, and there is none at present.
    </EmptyState>
  );
}
