import { Chip } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import type { FoundNotes, FoundText } from '@/lib/find-notes/find-notes';
import { contactKindWords } from '@/lib/format/contact-words';
import { weekdayAndDay } from '@/lib/format/dates';

/** What was found in one record, the newest first: its day, what it is, and the places with the words marked. */
export function FoundList({ found: { shown, total }, today }: { found: FoundNotes; today: string }) {
  if (total === 0)
    return (
      <p className="max-w-measure text-ink-muted">
        No text of this record has all of these. A word is found by its beginning; accents and capitals make no
        difference. Texts of another record are looked through by themselves, and another’s draft not at all.
      </p>
    );
  return (
    <>
      <ol className="found-list">
        {shown.map((one) => (
          <li key={one.id} className="found-list__row" data-row>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <TextLink href={one.href} className="font-semibold tabular">
                {weekdayAndDay(one.day, today)}
              </TextLink>
              <Chip>{kindWords(one)}</Chip>
              {one.isSigned ? null : <Chip tone="look">Your draft</Chip>}
              <span className="text-sm text-ink-muted">{one.authorName}</span>
            </div>
            {one.excerpts.map(({ title, parts }, at) => (
              <p key={at} className="found-list__excerpt">
                <span className="text-sm text-ink-muted">{title}: </span>
                {parts.map(({ text, isMarked }, part) => (isMarked ? <mark key={part}>{text}</mark> : text))}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {total > shown.length ? (
        <p className="text-ink-muted">
          The newest {shown.length} of {total} are shown. Add a word to find fewer.
        </p>
      ) : null}
    </>
  );
}

function kindWords({ kind, format, contactKind }: FoundText): string {
  if (kind === 'contact') return `Contact: ${contactKindWords[contactKind!].toLowerCase()}`;
  return kind === 'addendum' ? `Addendum to a ${format} note` : format!;
}
