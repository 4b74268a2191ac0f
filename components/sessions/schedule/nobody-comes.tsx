import { newAddress, scheduleAddress } from '@/components/sessions/schedule/schedule-address';
import { LinkButton } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/page-parts';
import type { Schedule } from '@/lib/schedule/read-schedule';

/** An empty day or week; of one therapist, the way back to everybody's. */
export function NobodyComes({ schedule, when }: { schedule: Schedule; when: string }) {
  const { view, on, therapists, therapistId } = schedule;
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
  return (
    <EmptyState action={<LinkButton href={newAddress(schedule)}>New appointment</LinkButton>}>
      Nobody comes {when}.
    </EmptyState>
  );
}
