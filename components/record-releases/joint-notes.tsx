import { Chip, type Tone } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import { type Day, dayOf, timeIn, weekdayAndDay } from '@/lib/format/dates';

type Decision = 'included' | 'leftOut' | 'passagesRemoved' | null;
type JointNotesProps = {
  lines: { id: string; startsAt: Date; decision: Decision }[];
  href: string;
  isAuthorized: boolean;
  timeZone: string;
  today: Day;
};

const words: Record<Exclude<Decision, null>, { words: string; tone: Tone }> = {
  included: { words: 'Goes whole', tone: 'success' },
  passagesRemoved: { words: 'Goes without some passages', tone: 'success' },
  leftOut: { words: 'Left out, decided', tone: 'neutral' },
};

/** The joint notes in the days of a release, and what happens to each. */
export function JointNotes({ lines, href, isAuthorized, timeZone, today }: JointNotesProps) {
  if (lines.length === 0) return <p className="text-ink-muted">No signed joint note lies in these days.</p>;
  return (
    <ul className="found-list">
      {lines.map(({ id, startsAt, decision }) => {
        const when = `${weekdayAndDay(dayOf(startsAt, timeZone), today)}, ${timeIn(startsAt, timeZone)}`;
        return (
          <li key={id} className="found-list__row" data-row>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {isAuthorized ? (
                <span className="font-semibold tabular">{when}</span>
              ) : (
                <TextLink
                  href={`${href}/${id}`}
                  className="font-semibold tabular"
                  aria-label={`Decide about the note of ${when}`}
                >
                  {when}
                </TextLink>
              )}
              {decision ? (
                <Chip tone={words[decision].tone}>{words[decision].words}</Chip>
              ) : (
                <Chip tone="look">Left out, not decided</Chip>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
