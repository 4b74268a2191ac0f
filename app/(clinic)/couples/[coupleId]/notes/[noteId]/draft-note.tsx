import { randomUUID } from 'node:crypto';
import { CoAuthors } from '@/components/session-notes/co-authors';
import { NoteContextPanel } from '@/components/session-notes/note-context';
import { NoteEditor } from '@/components/session-notes/writing/note-editor';
import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import type { Actor } from '@/lib/actor';
import { dayAndTime } from '@/lib/format/dates';
import type { NotePage } from '@/lib/session-notes/read-note';
import { dropCoAuthorAction, nameCoAuthorAction, saveNoteAction } from './actions';
import { SupervisionThreads } from './supervision-threads';

/** A draft, for those who write it: written on the left, its context on the right. */
export function DraftNote({ data, actor, formKey }: { data: NotePage; actor: Actor; formKey: string }) {
  const { couple, note, context, coAuthors, kept, snippets } = data;
  const href = `/couples/${couple.id}/notes/${note.id}`;
  const { isMe } = note.author;
  const others = coAuthors.filter(
    ({ staffMemberId }) => !note.coAuthors.some((one) => one.staffMemberId === staffMemberId),
  );
  return (
    <>
      {isMe ? null : (
        <p className="-mt-3 mb-5">
          You write this with {note.author.name}, who reviews and signs it. {note.author.name} can remove you at any
          time.
        </p>
      )}
      {note.status === 'returned' ? (
        <div className="mb-6 flex max-w-[46rem] flex-col gap-6">
          <Banner tone="look">
            Your supervisor returned this note. Change it here, then review and sign it again.
          </Banner>
          <SupervisionThreads data={data} actor={actor} />
        </div>
      ) : null}
      <NoteEditor
        key={kept?.id ?? note.id}
        note={{
          id: note.id,
          format: { id: note.format, version: note.formatVersion },
          version: note.version,
          sections: note.sections,
          savedAt: note.updatedAt.toISOString(),
        }}
        kept={
          kept && { sections: kept.sections, label: `Kept ${dayAndTime(kept.keptAt, actor.timeZone, actor.today)}` }
        }
        who={note.who}
        lastPlan={context?.lastPlan?.text ?? null}
        snippets={snippets.map(({ name, text }) => ({ name, text, label: firstWords(text) }))}
        maySign={isMe}
        hasSingleKeys={actor.hasSingleKeys}
        saveNote={saveNoteAction}
        formKey={formKey}
        timeZone={actor.timeZone}
        href={href}
        reviewHref={`${href}/review`}
        context={
          context ? (
            <NoteContextPanel
              context={context}
              kind={note.kind}
              partners={couple.partners}
              timeZone={actor.timeZone}
              today={actor.today}
            />
          ) : null
        }
      />
      <p className="mt-6 mb-10 flex flex-wrap gap-x-6 gap-y-2">
        <TextLink href={`${href}/versions`}>Earlier texts of this note</TextLink>
        <TextLink href="/settings/notes">Your snippets and format</TextLink>
      </p>
      {isMe ? (
        <Section heading="Who writes with you">
          <CoAuthors
            noteId={note.id}
            coAuthors={note.coAuthors}
            others={others}
            name={nameCoAuthorAction}
            drop={dropCoAuthorAction}
            formKeys={[randomUUID(), ...note.coAuthors.map(() => randomUUID())]}
          />
        </Section>
      ) : null}
    </>
  );
}

const firstWords = (text: string) => {
  const line = text.split('\n', 1)[0]!;
  return line.length > 60 ? `${line.slice(0, 60).trimEnd()} …` : line;
};
