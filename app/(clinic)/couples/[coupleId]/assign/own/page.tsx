import { Clinic } from '@/app/frames/clinic';
import { OwnStepView } from '@/components/plan/own-step-form';
import { readOwnStep } from '@/lib/own-steps/read-own-step';
import { page } from '@/lib/page';
import { writeStep } from '../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readOwnStep(tx, params.coupleId, search),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="A step of your own">
      <OwnStepView {...data} action={writeStep} formKey={formKey} />
    </Clinic>
  ),
});
