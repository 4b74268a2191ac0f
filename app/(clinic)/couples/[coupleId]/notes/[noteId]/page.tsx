import { Clinic } from '@/app/frames/clinic';
import { page } from '@/lib/page';
import { readNotePage } from '@/lib/session-notes/read-note';
import { DraftNote } from './draft-note';
import { SignedNote } from './signed-note';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readNotePage(tx, params, search.kept),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Session note">
      {data.note.state === 'draft' ? (
        <DraftNote data={data} actor={actor} formKey={formKey} />
      ) : (
        <SignedNote data={data} actor={actor} />
      )}
    </Clinic>
  ),
});
