import { Clinic } from '@/app/frames/clinic';
import { PrintedNote } from '@/components/print/printed-note';
import { RecordOnPaper } from '@/components/print/record-on-paper';
import { Banner } from '@/components/ui/banner';
import { attendanceSentence } from '@/components/sessions/session-words';
import { LinkButton } from '@/components/ui/link';
import { EmptyState, PageHeader } from '@/components/ui/page-parts';
import { joinedNames } from '@/lib/format/names';
import { readNotesToPrint } from '@/lib/find-notes/read-to-print';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readNotesToPrint(tx, params.coupleId, search),
  view: ({ data: { couple, of, partner, notes, isCut }, actor, formKey }) => {
    const back = (
      <LinkButton href={`/couples/${couple.id}/notes${partner ? `?of=${of}` : ''}`}>Back to the notes</LinkButton>
    );
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Print">
        {notes.length === 0 ? (
          <>
            <PageHeader title="Print a range" />
            <EmptyState action={back}>No signed note of this record has its session in this range.</EmptyState>
          </>
        ) : (
          <RecordOnPaper actor={actor} whose={partner?.name ?? couple.label} back={back}>
            {isCut ? (
              <div className="screen-only">
                <Banner>
                  These are the newest {notes.length} of the range. Print the rest with an earlier last day.
                </Banner>
              </div>
            ) : null}
            {notes.map((note) => (
              <PrintedNote
                key={note.id}
                note={note}
                names={joinedNames(couple.partners.map(({ name }) => name))}
                whoCame={attendanceSentence(note.present)}
                timeZone={actor.timeZone}
              />
            ))}
          </RecordOnPaper>
        )}
      </Clinic>
    );
  },
});
