import { Chip, type Tone } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link';

export type DayLine = {
  key: string;
  href: string;
  words: string;
  detail: string;
  /** How long it has waited. */
  age?: { words: string; tone: Tone };
  act: string;
};

const SHOWN_AT_ONCE = 6;

/** Lines with one thing to do about each; a long list is folded. */
export function DayLines({ lines }: { lines: DayLine[] }) {
  const rest = lines.slice(SHOWN_AT_ONCE);
  return (
    <>
      <Some lines={lines.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 ? (
        <Disclosure summary={`Show ${rest.length} more`}>
          <Some lines={rest} />
        </Disclosure>
      ) : null}
    </>
  );
}

function Some({ lines }: { lines: DayLine[] }) {
  return (
    <ul className="day-rows">
      {lines.map((line) => (
        <li key={line.key} className="day-row">
          <div className="min-w-0 flex-1">
            <p>{line.words}</p>
            <p className="day-row__detail">
              {line.age ? <Chip tone={line.age.tone}>{line.age.words}</Chip> : null}
              <span>{line.detail}</span>
            </p>
          </div>
          <LinkButton href={line.href} size="sm" aria-label={`${line.act}: ${line.words}, ${line.detail}`}>
            {line.act}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
