import { review } from '@/app/(clinic)/library/actions';
import { Clinic } from '@/app/frames/clinic';
import { StepPage } from '@/components/library/step-page';
import { page } from '@/lib/page';
import { readStep } from '@/lib/program/read-library';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readStep(tx, params.stepId, search.version),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Step">
      <StepPage
        step={data}
        review={{ action: review, formKey, as: [actor.name, actor.credential].filter(Boolean).join(', ') }}
      />
    </Clinic>
  ),
});
