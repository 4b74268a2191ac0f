import { linesOf, type Who } from '@/lib/format/notes/note-words';
import { WordDiff } from '@/components/session-notes/word-diff';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';

type VersionViewProps = {
  format: { id: NoteFormat; version: number };
  /** The earlier text, and the note as it stands. */
  earlier: NoteSections;
  now: NoteSections;
  who: readonly Who[];
};

/** An earlier text of a note, with what has changed since then marked word by word. Read only. */
export function VersionView({ format, earlier, now, who }: VersionViewProps) {
  const lines = linesOf(format, earlier, now, who);
  const changed = lines.filter(({ words, otherWords }) => words !== otherWords).length;
  return (
    <div className="note-text">
      <p className="text-ink-muted">
        {changed === 0
          ? 'The note says the same today.'
          : 'Struck through: only in this earlier text. Underlined: only in the note as it stands.'}
      </p>
      {lines.map(({ id, title, words, otherWords }) => (
        <section key={id}>
          <h3 className="text-base">{title}</h3>
          <p className="whitespace-pre-wrap">
            {words === '' && otherWords === '' ? (
              <span className="text-ink-muted">Left empty.</span>
            ) : (
              <WordDiff before={words} after={otherWords} />
            )}
          </p>
        </section>
      ))}
    </div>
  );
}
