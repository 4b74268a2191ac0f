import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/link';
import { dayAndTime } from '@/lib/format/dates';

type KeptTextsProps = {
  versions: { id: string; cause: 'conflict' | 'interval' | 'signed'; keptAt: Date }[];
  /** The note's own address. */
  href: string;
  timeZone: string;
  today: string;
};

const causes = {
  conflict: 'from another window',
  interval: 'while you wrote',
  signed: 'as signed',
} as const;

/** Earlier texts of a note, seen by its author alone. */
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
              {dayAndTime(keptAt, timeZone, today)}, {causes[cause]}
            </TextLink>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
