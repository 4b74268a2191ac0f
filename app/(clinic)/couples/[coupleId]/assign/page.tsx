import { Clinic } from '@/app/frames/clinic';
import { AssignView } from '@/components/plan/assign/assign-view';
import { page } from '@/lib/page';
import { readAssign } from '@/lib/plan/read-assign';
import { assign, discardPrepared } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readAssign(tx, params.coupleId, search),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Assign a step">
      <AssignView {...data} action={assign} discardPrepared={discardPrepared} formKey={formKey} />
    </Clinic>
  ),
});
