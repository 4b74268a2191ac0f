import { Clinic } from '@/app/frames/clinic';
import { headOf, NoteHead } from '@/components/session-notes/note-head';
import { NoteTextView } from '@/components/session-notes/note-text-view';
import { SignForm } from '@/components/session-notes/sign-form';
import { Card, Facts, Section } from '@/components/ui/page-parts';
import { dayOf, longDay, timeIn } from '@/lib/format/dates';
import { page } from '@/lib/page';
import { readNoteToSign } from '@/lib/session-notes/read-note';
import { signNoteAction } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readNoteToSign(tx, params),
  view: ({ data: { couple, note, needs, coSigners }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Sign a session note">
      <NoteHead head={headOf(couple, note, actor)} />
      <div className="flex max-w-[46rem] flex-col gap-8">
        <Card as="article">
          <NoteTextView {...note} />
        </Card>
        <Section
          heading="Sign"
          lead={
            needs.approval
              ? 'Your supervisor has to approve this note: until then it is not final and may come back to you. Once approved it never changes, for anyone.'
              : `Once signed, this note never changes, for anyone. The care team can read it. What comes later is added below it as an addendum.${needs.coSignature ? ' Your supervisor co-signs it.' : ''}`
          }
        >
          <Facts
            facts={[
              { name: 'Name', value: actor.name ?? '' },
              { name: 'Credential', value: actor.credential || 'None is set' },
              { name: 'Day', value: longDay(dayOf(actor.now, actor.timeZone)) },
              { name: 'Time', value: `${timeIn(actor.now, actor.timeZone)} now; what counts is when you sign` },
              { name: 'Time zone', value: actor.timeZone.replaceAll('_', ' ') },
              {
                name: 'Record',
                value: note.partner ? `${note.partner.name} alone` : 'The couple',
              },
            ]}
          />
          <SignForm
            action={signNoteAction}
            formKey={formKey}
            noteId={note.id}
            version={note.version}
            coSigners={coSigners}
            backHref={`/couples/${couple.id}/notes/${note.id}`}
          />
        </Section>
      </div>
    </Clinic>
  ),
});
