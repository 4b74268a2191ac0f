import { Chip, type Tone } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import { type Day, shortDay } from '@/lib/format/dates';
import { releasedKindWords, type Standing, standingWords } from '@/lib/format/records/record-release-words';

type Line = {
  id: string;
  recipient: string;
  kinds: (keyof typeof releasedKindWords)[];
  madeOn: Day;
  untilOn: Day;
  standing: Standing;
};

const tones: Record<Standing, Tone> = { unsigned: 'look', inForce: 'success', revoked: 'neutral', expired: 'neutral' };

export const StandingChip = ({ standing }: { standing: Standing }) => (
  <Chip tone={tones[standing]}>{standingWords[standing]}</Chip>
);

/** The releases of one person's record, the newest first. */
export function ReleaseList({ lines, base, today }: { lines: Line[]; base: string; today: Day }) {
  return (
    <ul className="found-list">
      {lines.map((line) => (
        <li key={line.id} className="found-list__row" data-row>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TextLink href={`${base}/${line.id}`} className="font-semibold wrap-anywhere">
              To {line.recipient}
            </TextLink>
            <StandingChip standing={line.standing} />
          </div>
          <p>{line.kinds.map((kind) => releasedKindWords[kind]).join(' · ')}</p>
          <p className="text-sm text-ink-muted">
            Made {shortDay(line.madeOn, today)}, until {shortDay(line.untilOn, today)}
          </p>
        </li>
      ))}
    </ul>
  );
}
