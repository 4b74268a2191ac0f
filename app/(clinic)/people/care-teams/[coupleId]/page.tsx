import { Clinic } from '@/app/frames/clinic';
import { CareTeam } from '@/components/people/care-team';
import { page } from '@/lib/page';
import { readCareTeamPage } from '@/lib/people/read-people';
import { assign, closeShared, end } from '../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readCareTeamPage(tx, params.coupleId ?? ''),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current={data.mayChange ? 'people' : 'caseload'} title="Care team">
      <CareTeam {...data} formKey={formKey} actions={{ assign, end, close: closeShared }} />
    </Clinic>
  ),
});
