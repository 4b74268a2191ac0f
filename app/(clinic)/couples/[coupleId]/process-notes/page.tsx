import { Clinic } from '@/app/frames/clinic';
import { ProcessNoteList } from '@/components/process-notes/process-note-list';
import { ProcessNoteFrame } from '@/components/process-notes/process-note-words';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, PageHeader } from '@/components/ui/page-parts';
import { page } from '@/lib/page';
import { readProcessNotesOf } from '@/lib/process-notes/read-process-notes';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readProcessNotesOf(tx, params.coupleId),
  view: ({ data: { couple, notes, isCut }, actor, formKey }) => {
    const write = (
      <LinkButton href={`/couples/${couple.id}/process-notes/new`} variant="primary">
        Write a process note
      </LinkButton>
    );
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Process notes">
        <PageHeader
          back={<TextLink href={`/couples/${couple.id}/sessions`}>{couple.label}</TextLink>}
          title="Process notes"
          actions={notes.length > 0 ? write : undefined}
        />
        <ProcessNoteFrame>
          {notes.length === 0 ? (
            <EmptyState action={write}>You have no process note about this couple.</EmptyState>
          ) : (
            <ProcessNoteList label="Process notes" notes={notes} isShielded={actor.areNamesShielded} />
          )}
          {isCut ? <p className="text-ink-muted">The newest {notes.length} are shown.</p> : null}
          <p>
            <TextLink href="/process-notes">About couples you no longer care for</TextLink>
          </p>
        </ProcessNoteFrame>
      </Clinic>
    );
  },
});
