import { Clinic } from '@/app/frames/clinic';
import { attendanceSentence } from '@/components/sessions/session-words';
import { Addenda } from '@/components/session-notes/addenda';
import { NoteTextView } from '@/components/session-notes/note-text-view';
import { PrintButton } from '@/components/session-notes/print-button';
import { SignatureLine } from '@/components/session-notes/signature-line';
import { LinkButton } from '@/components/ui/link';
import { Facts, PrintHeader } from '@/components/ui/page-parts';
import { dayAndTime, dayOf, longDay, timeIn } from '@/lib/format/dates';
import { shortName } from '@/lib/format/notes/note-formats';
import { page } from '@/lib/page';
import { readNoteToPrint } from '@/lib/session-notes/read-note';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readNoteToPrint(tx, params),
  view: ({ data: { couple, note }, actor, formKey }) => {
    const { session, signature } = note;
    const when = `${longDay(dayOf(session.startsAt, actor.timeZone))}, ${timeIn(session.startsAt, actor.timeZone)} (${actor.timeZone.replaceAll('_', ' ')})`;
    const draft = signature ? null : 'DRAFT - unsigned';
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Print">
        <div className="note-print">
          <div className="mb-6 flex flex-wrap gap-3 screen-only">
            <LinkButton href={`/couples/${couple.id}/notes/${note.id}`}>Back to the note</LinkButton>
            <PrintButton />
          </div>
          <PrintHeader left={actor.practice.name} right={draft ?? `Printed ${dayAndTime(actor.now, actor.timeZone)}`} />
          {draft ? <p className="note-print__draft">{draft}</p> : null}
          <h1>Session note</h1>
          <Facts
            facts={[
              {
                name: 'Record',
                value: note.partner ? note.partner.name : couple.partners.map(({ name }) => name).join(' and '),
              },
              { name: 'Session', value: note.partner ? 'Individual' : 'Joint' },
              { name: 'Day and time', value: when },
              { name: 'Length', value: `${session.minutes} minutes` },
              { name: 'Who came', value: attendanceSentence(note.present) },
              ...(session.place ? [{ name: 'Place', value: session.place }] : []),
              { name: 'Author', value: [note.author.name, note.author.credential].filter(Boolean).join(', ') },
              { name: 'Format', value: shortName(note.format) },
            ]}
          />
          <NoteTextView {...note} />
          {signature ? <SignatureLine signature={signature} timeZone={actor.timeZone} /> : null}
          {note.addenda.length > 0 ? (
            <section className="flex flex-col gap-3">
              <h2 className="text-lg">Addenda</h2>
              <Addenda addenda={note.addenda} timeZone={actor.timeZone} />
            </section>
          ) : null}
        </div>
      </Clinic>
    );
  },
});
