import { Clinic } from '@/app/frames/clinic';
import { StepPage } from '@/components/library/step-page';
import { page } from '@/lib/page';
import { readStep } from '@/lib/program/read-library';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readStep(tx, params.stepId),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Step">
      <StepPage step={data} />
    </Clinic>
  ),
});
