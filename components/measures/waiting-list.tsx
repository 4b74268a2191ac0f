import { PlainLink } from '@/components/ui/plain-link';

type WaitingListProps = { waiting: { href: string; asks: string; minutes: number }[] };

/** What waits, without the name of a measure and without a day. */
export function WaitingList({ waiting }: WaitingListProps) {
  if (waiting.length === 0)
    return (
      <p>No questions wait for you. When your therapist has some, they stand here. There is nothing you need to do.</p>
    );
  return (
    <>
      <p>Whenever you can, alone. Every question may be skipped.</p>
      <ul className="flex flex-col gap-4">
        {waiting.map(({ href, asks, minutes }) => (
          <li key={href}>
            <PlainLink href={href} isAlone>
              {asks}
            </PlainLink>
            <p className="text-sm text-ink-muted">
              About {minutes} {minutes === 1 ? 'minute' : 'minutes'}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
