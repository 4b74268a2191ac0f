import { Clinic } from '@/app/frames/clinic';
import { NoteHead } from '@/components/session-notes/note-head';
import { page } from '@/lib/page';
import { readNotePage } from '@/lib/session-notes/read-note';
import { LinkButton } from '@/components/ui/link';
import { DraftNote } from './draft-note';
import { SignedNote } from './signed-note';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readNotePage(tx, params, search.kept),
  view: ({ data, actor, formKey }) => {
    const { couple, note } = data;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Session note">
        <NoteHead
          couple={couple}
          note={note}
          timeZone={actor.timeZone}
          today={actor.today}
          actions={<LinkButton href={`/couples/${couple.id}/notes/${note.id}/print`}>Print</LinkButton>}
        />
        {note.state === 'draft' ? (
          <DraftNote data={data} actor={actor} formKey={formKey} />
        ) : (
          <SignedNote data={data} actor={actor} />
        )}
      </Clinic>
    );
  },
});
