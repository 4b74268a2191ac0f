import { SECTIONS, type NoteFormat, type NoteSections } from '@/lib/format/note-sections';

/** A note as it reads: its sections in order, line for line as they were written. */
export function NoteTextView({
  format,
  sections,
  level = 2,
}: {
  format: NoteFormat;
  sections: NoteSections;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="note-text">
      {SECTIONS[format].map(({ id, title }) => (
        <section key={id}>
          <Heading className="text-lg">{title}</Heading>
          {sections[id]?.trim() ? (
            <p className="whitespace-pre-wrap">{sections[id]}</p>
          ) : (
            <p className="text-ink-muted">Left empty.</p>
          )}
        </section>
      ))}
    </div>
  );
}
