import { Clinic } from '@/app/frames/clinic';
import { RecordOnPaper } from '@/components/print/record-on-paper';
import { PrintedNote } from '@/components/print/printed-note';
import { attendanceSentence } from '@/components/sessions/session-words';
import { LinkButton } from '@/components/ui/link';
import { joinedNames } from '@/lib/format/names';
import { readNoteToPrint } from '@/lib/find-notes/read-to-print';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readNoteToPrint(tx, params),
  view: ({ data: { couple, note }, actor, formKey }) => (
    // The title stands in a print's margin and in the list of printed pages.
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Print">
      <RecordOnPaper
        actor={actor}
        whose={note.partner?.name ?? couple.label}
        back={<LinkButton href={`/couples/${couple.id}/notes/${note.id}`}>Back to the note</LinkButton>}
      >
        <PrintedNote
          note={note}
          names={joinedNames(couple.partners.map(({ name }) => name))}
          whoCame={attendanceSentence(note.present)}
          timeZone={actor.timeZone}
        />
      </RecordOnPaper>
    </Clinic>
  ),
});
