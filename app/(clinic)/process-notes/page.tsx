import { Clinic } from '@/app/frames/clinic';
import { ProcessNoteList } from '@/components/process-notes/process-note-list';
import { ProcessNoteFrame } from '@/components/process-notes/process-note-words';
import { LinkButton } from '@/components/ui/link';
import { EmptyState, PageHeader } from '@/components/ui/page-parts';
import { page } from '@/lib/page';
import { readProcessNotesLeft } from '@/lib/process-notes/read-process-notes';

export default page({
  door: 'clinic',
  read: (tx) => readProcessNotesLeft(tx),
  view: ({ data: { notes, isCut }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Process notes">
      <PageHeader
        title="Process notes"
        lead="About couples you no longer care for. Those of your own couples are on each couple’s page."
      />
      <ProcessNoteFrame>
        {notes.length === 0 ? (
          <EmptyState action={<LinkButton href="/caseload">Caseload</LinkButton>}>
            You have no process note about a couple that you no longer care for.
          </EmptyState>
        ) : (
          <ProcessNoteList label="Process notes" notes={notes} saysAbout isShielded={actor.areNamesShielded} />
        )}
        {isCut ? <p className="text-ink-muted">The newest {notes.length} are shown.</p> : null}
      </ProcessNoteFrame>
    </Clinic>
  ),
});
