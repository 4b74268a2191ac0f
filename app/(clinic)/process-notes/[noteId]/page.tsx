import { Clinic } from '@/app/frames/clinic';
import { ProcessNotePage } from '@/components/process-notes/process-note-page';
import { page } from '@/lib/page';
import { readProcessNote } from '@/lib/process-notes/read-process-notes';
import { remove, save } from '../actions';

export default page({
  door: 'clinic',
  read: async (tx, { params, search }) => ({
    note: await readProcessNote(tx, params.noteId),
    isApart: search.apart === 'yes',
  }),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Process note">
      <ProcessNotePage {...data} actions={{ save, remove }} formKey={formKey} timeZone={actor.timeZone} />
    </Clinic>
  ),
});
