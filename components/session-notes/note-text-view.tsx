import { headFactsOf, wordsOf, type Who } from '@/lib/format/notes/note-words';
import { Facts } from '@/components/ui/page-parts';
import { responseOf, whoseResponse } from '@/lib/format/notes/note-fields';
import { formatOf } from '@/lib/format/notes/note-formats';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';

type NoteTextViewProps = {
  format: NoteFormat;
  formatVersion: number;
  sections: NoteSections;
  who: readonly Who[];
  level?: 2 | 3;
};

/** A note as it reads: who took part and when, its sections in order, line for line as they were written, and what else was noted. */
export function NoteTextView({ format, formatVersion, sections, who, level = 2 }: NoteTextViewProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const words = (id: string) => wordsOf(id, sections[id] ?? '', who);
  const facts = headFactsOf(sections, who);
  const responses = who
    .map(({ id, name }) => ({ id, name, text: sections[responseOf(id)] ?? '' }))
    .concat(
      Object.keys(sections)
        .filter((id) => whoseResponse(id) && !who.some((one) => one.id === whoseResponse(id)))
        .map((id) => ({ id, name: 'Someone else', text: sections[id] ?? '' })),
    )
    .filter(({ text }) => text.trim() !== '');
  const done = [words('interventions'), words('otherinterventions')].filter(Boolean).join('\n');
  return (
    <div className="note-text">
      {facts.length > 0 ? <Facts facts={facts} /> : null}
      {formatOf(format, formatVersion).sections.map(({ id, title }) => (
        <section key={id}>
          <Heading className="text-lg">{title}</Heading>
          {sections[id]?.trim() ? (
            <p className="whitespace-pre-wrap">{sections[id]}</p>
          ) : (
            <p className="text-ink-muted">Left empty.</p>
          )}
        </section>
      ))}
      {responses.map(({ id, name, text }) => (
        <section key={id}>
          <Heading className="text-lg">Response of {name}</Heading>
          <p className="whitespace-pre-wrap">{text}</p>
        </section>
      ))}
      {done ? (
        <section>
          <Heading className="text-lg">Interventions</Heading>
          <p className="whitespace-pre-wrap">{done}</p>
        </section>
      ) : null}
      {sections.nexton ? (
        <section>
          <Heading className="text-lg">Next session</Heading>
          <p>{words('nexton')}</p>
        </section>
      ) : null}
    </div>
  );
}
