import { randomUUID } from 'node:crypto';
import { Clinic } from '@/app/frames/clinic';
import { NoteTextView } from '@/components/session-notes/note-text-view';
import { UnderSignForm } from '@/components/session-notes/signing/forms';
import { SignatureLine } from '@/components/session-notes/signing/signature-line';
import { StatusChip } from '@/components/session-notes/signing/status-chip';
import { Addenda, Signers } from '@/components/session-notes/signing/under-note';
import { CommentForm, Comments } from '@/components/session-notes/supervision/comment-thread';
import { Banner } from '@/components/ui/banner';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/link';
import { Card, PageHeader, Section } from '@/components/ui/page-parts';
import { dayOf, timeIn, weekdayAndDay } from '@/lib/format/dates';
import { signatureOf } from '@/lib/format/names';
import { shortName } from '@/lib/format/notes/note-formats';
import { page } from '@/lib/page';
import { readSupervisedNote } from '@/lib/supervision/read-supervised-note';
import { approveAction, coSignAction, commentAction, returnAction } from './actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readSupervisedNote(tx, params.noteId),
  view: ({ data, actor, formKey }) => {
    const { line, status, signing, asked } = data;
    const { timeZone, today } = actor;
    const noteId = line.noteId;
    const isInError = status === 'enteredInError';
    const text = (
      <Card as="article">
        <NoteTextView {...data} />
        <SignatureLine signature={data.signature} />
        <Signers {...signing} />
      </Card>
    );
    return (
      <Clinic actor={actor} formKey={formKey} current="supervision" title="Supervised note">
        <PageHeader
          back={<TextLink href="/supervision">Supervision</TextLink>}
          title={`Note of ${weekdayAndDay(dayOf(line.startsAt, timeZone), today)}, ${timeIn(line.startsAt, timeZone)}`}
          chips={
            <>
              <StatusChip status={status} />
              <Chip tone={data.partnerName ? 'private' : 'neutral'}>
                {data.partnerName ? `${data.partnerName} alone` : 'Joint'}
              </Chip>
              <Chip>{shortName(data.format)}</Chip>
            </>
          }
          lead={[line.coupleLabel, `by ${signatureOf(line.author)}`, `${line.minutes} minutes`, line.place]
            .filter(Boolean)
            .join(' · ')}
        />
        <div className="flex max-w-[46rem] flex-col gap-8">
          {isInError ? (
            <>
              <Banner tone="look">This note was entered in error. It is kept, and what it says does not stand.</Banner>
              <Disclosure summary="Show the note as it was signed">{text}</Disclosure>
            </>
          ) : (
            text
          )}
          {signing.addenda.length > 0 ? (
            <Section heading="Added since">
              <Addenda addenda={signing.addenda} />
            </Section>
          ) : null}
          {asked === 'approve' ? (
            <>
              <Section
                heading={data.coSignsToo ? 'Approve and co-sign' : 'Approve'}
                lead="From then on this note never changes, for anyone."
              >
                <UnderSignForm
                  action={approveAction}
                  formKey={formKey}
                  noteId={noteId}
                  submit={data.coSignsToo ? 'Approve and co-sign' : 'Approve the note'}
                />
              </Section>
              <Section heading="Or return it" lead="It is a draft of its author’s again until it is signed anew.">
                <CommentForm
                  action={returnAction}
                  formKey={randomUUID()}
                  hidden={{ noteId }}
                  label="What should be changed"
                  description="Only its author reads this. It is not part of the record."
                  submit="Return for changes"
                />
              </Section>
            </>
          ) : null}
          {asked === 'coSign' ? (
            <Section heading="Co-sign" lead="Your name, credential and the time stand under the note for good.">
              <UnderSignForm action={coSignAction} formKey={formKey} noteId={noteId} submit="Co-sign the note" />
            </Section>
          ) : null}
          {data.mayComment ? (
            <Section heading={`With ${line.author.name}`} lead="Between the two of you. It is not part of the record.">
              {data.comments.length > 0 ? (
                <Comments comments={data.comments} timeZone={timeZone} today={today} />
              ) : null}
              <CommentForm
                action={commentAction}
                formKey={randomUUID()}
                hidden={{ noteId }}
                label="Comment"
                submit="Send"
              />
            </Section>
          ) : null}
        </div>
      </Clinic>
    );
  },
});
