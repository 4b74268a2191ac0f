import { save } from '@/app/(clinic)/process-notes/actions';
import { Clinic } from '@/app/frames/clinic';
import { ProcessNotePage } from '@/components/process-notes/process-note-page';
import { page } from '@/lib/page';
import { readNewProcessNote } from '@/lib/process-notes/read-process-notes';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readNewProcessNote(tx, params.coupleId),
  view: ({ data: note, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Process note">
      <ProcessNotePage note={note} actions={{ save }} formKey={formKey} timeZone={actor.timeZone} />
    </Clinic>
  ),
});
