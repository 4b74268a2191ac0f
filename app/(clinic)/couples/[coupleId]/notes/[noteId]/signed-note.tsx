import { randomUUID } from 'node:crypto';
import { Addenda, AddendumForm } from '@/components/session-notes/addenda';
import { KeptTexts } from '@/components/session-notes/kept-texts';
import { NoteTextView } from '@/components/session-notes/note-text-view';
import { SignatureLine } from '@/components/session-notes/signature-line';
import { TextLink } from '@/components/ui/link';
import { Card, Section } from '@/components/ui/page-parts';
import type { Actor } from '@/lib/actor';
import { dayAndTime } from '@/lib/format/dates';
import type { NotePage } from '@/lib/session-notes/read-note';
import { addAddendumAction } from './actions';

/** A signed note, for the care team: as it was signed, and what was added since. */
export function SignedNote({ data, actor }: { data: NotePage; actor: Actor }) {
  const { couple, note, versions, kept } = data;
  const href = `/couples/${couple.id}/notes/${note.id}`;
  const signature = [actor.name, actor.credential].filter(Boolean).join(', ');
  return (
    <div className="flex max-w-[46rem] flex-col gap-8">
      {kept ? (
        <Section
          heading={`Your text, kept ${dayAndTime(kept.keptAt, actor.timeZone, actor.today)}`}
          lead="It is not part of the note. What matters of it can be added below."
        >
          <Card isPlain>
            <NoteTextView {...note} sections={kept.sections} level={3} />
          </Card>
          <p>
            <TextLink href={href}>Hide it</TextLink>
          </p>
        </Section>
      ) : null}
      <Card as="article">
        <NoteTextView {...note} />
        {note.signature ? <SignatureLine signature={note.signature} timeZone={actor.timeZone} /> : null}
      </Card>
      <Section id="addenda" heading={note.addenda.length > 0 ? 'Added since' : 'Add to this note'}>
        {note.addenda.length > 0 ? <Addenda addenda={note.addenda} timeZone={actor.timeZone} /> : null}
        <AddendumForm action={addAddendumAction} formKey={randomUUID()} noteId={note.id} signature={signature} />
      </Section>
      <KeptTexts
        versions={versions.filter(({ cause }) => cause === 'conflict')}
        href={href}
        timeZone={actor.timeZone}
        today={actor.today}
      />
    </div>
  );
}
