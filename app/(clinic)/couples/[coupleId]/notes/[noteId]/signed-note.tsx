import { randomUUID } from 'node:crypto';
import { KeptTexts } from '@/components/session-notes/kept-texts';
import { headOf, NoteHead } from '@/components/session-notes/note-head';
import { NoteTextView } from '@/components/session-notes/note-text-view';
import { AddendumForm, InErrorForm, UnderSignForm } from '@/components/session-notes/signing/forms';
import { SignatureLine } from '@/components/session-notes/signing/signature-line';
import { Addenda, Signers } from '@/components/session-notes/signing/under-note';
import { Banner } from '@/components/ui/banner';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton, TextLink } from '@/components/ui/link';
import { Card, Section } from '@/components/ui/page-parts';
import type { Actor } from '@/lib/actor';
import { dayAndTime } from '@/lib/format/dates';
import { signatureOf } from '@/lib/format/names';
import { isFinal } from '@/lib/format/notes/note-status';
import type { NotePage } from '@/lib/session-notes/read-note';
import { addAddendumAction, coSignNoteAction, enterInErrorAction } from './actions';
import { SupervisionThreads } from './supervision-threads';

/** A signed note, for the care team: as it was signed, who else signed it, and what was added since. */
export function SignedNote({ data, actor }: { data: NotePage; actor: Actor }) {
  const { couple, note, versions, kept } = data;
  const href = `/couples/${couple.id}/notes/${note.id}`;
  const signature = signatureOf(actor);
  const isInError = note.status === 'enteredInError';
  const text = (
    <Card as="article">
      <NoteTextView {...note} />
      {note.signature ? <SignatureLine signature={note.signature} /> : null}
      <Signers {...note.signing} />
    </Card>
  );
  const mine = (
    <KeptTexts
      versions={versions.filter(({ cause }) => cause === 'conflict')}
      href={href}
      timeZone={actor.timeZone}
      today={actor.today}
    />
  );
  return (
    <>
      <NoteHead head={headOf(couple, note, actor)} actions={<LinkButton href={`${href}/print`}>Print</LinkButton>} />
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
        {note.status === 'awaitingApproval' ? (
          <Banner tone="look">
            {note.author.isMe
              ? 'This note waits for your supervisor’s approval and is not final until then.'
              : 'This note waits for a supervisor’s approval and is not final until then.'}
          </Banner>
        ) : null}
        {isInError ? (
          <>
            <Banner tone="look">This note was entered in error. It is kept, and what it says does not stand.</Banner>
            <Disclosure summary="Show the note as it was signed">{text}</Disclosure>
          </>
        ) : (
          text
        )}
        {data.mayCoSign ? (
          <Section
            id="co-sign"
            heading="Co-sign"
            lead="A session has one note. If you led it too, sign under it; what you see differently goes into an addendum."
          >
            <UnderSignForm
              action={coSignNoteAction}
              formKey={randomUUID()}
              noteId={note.id}
              submit="Co-sign the note"
            />
          </Section>
        ) : null}
        {note.addenda.length > 0 ? (
          <Section id="addenda" heading="Added since">
            <Addenda addenda={note.addenda} />
          </Section>
        ) : null}
        {isFinal(note.status) || isInError ? (
          <Section id="add" heading="Add to this note">
            <AddendumForm action={addAddendumAction} formKey={randomUUID()} noteId={note.id} signature={signature} />
          </Section>
        ) : null}
        <SupervisionThreads data={data} actor={actor} />
        {mine}
        {data.mayEnterInError ? (
          <Disclosure summary="Entered in error">
            <InErrorForm action={enterInErrorAction} formKey={randomUUID()} noteId={note.id} />
          </Disclosure>
        ) : null}
      </div>
    </>
  );
}
