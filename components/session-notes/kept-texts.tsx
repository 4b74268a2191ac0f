import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/link';
import { dayAndTime } from '@/lib/format/dates';

type KeptTextsProps = {
  versions: { id: string; cause: Cause; keptAt: Date; keptBy: string | null }[];
  /** The note's own address. */
  href: string;
  timeZone: string;
  today: string;
};

export type Cause = 'conflict' | 'interval' | 'signed' | 'hand' | 'format';

export const CAUSES: Record<Cause, string> = {
  conflict: 'from another window',
  interval: 'while it was written',
  signed: 'as signed',
  hand: 'before another window went on',
  format: 'before the format changed',
};

/** Earlier texts of a note, seen by those who write it. */
export function KeptTexts({ versions, href, timeZone, today }: KeptTextsProps) {
  if (versions.length === 0) return null;
  return (
    <Disclosure
      summary={versions.length === 1 ? '1 earlier text is kept' : `${versions.length} earlier texts are kept`}
    >
      <ul className="flex flex-col gap-1">
        {versions.map(({ id, cause, keptAt }) => (
          <li key={id}>
            <TextLink href={`${href}?kept=${id}`}>
              {dayAndTime(keptAt, timeZone, today)}, {CAUSES[cause]}
            </TextLink>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
