import { randomUUID } from 'node:crypto';
import { review, stand } from '@/app/(clinic)/library/actions';
import { Clinic } from '@/app/frames/clinic';
import { StepPage } from '@/components/library/step-page';
import { signatureOf } from '@/lib/format/names';
import { page } from '@/lib/page';
import { readStep } from '@/lib/program/read-library';

export default page({
  door: 'clinic',
  read: async (tx, { params, search }) => ({
    step: await readStep(tx, params.stepId, search.version),
    standKey: randomUUID(),
  }),
  view: ({ data: { step, standKey }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Step">
      <StepPage
        step={step}
        stand={{ action: stand, formKey: standKey }}
        review={{ action: review, formKey, as: signatureOf(actor) }}
      />
    </Clinic>
  ),
});
