import { Clinic } from '@/app/frames/clinic';
import { BlankFormView } from '@/components/measures/blank-form';
import { readBlankForm } from '@/lib/measures/read-forms';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readBlankForm(tx, params),
  view: ({ data: { couple, form }, actor, formKey }) => (
    // The title stands in a print's margin and in the list of printed pages.
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Form">
      <BlankFormView form={form} back={{ href: `/couples/${couple.id}/measures/paper`, label: 'Paper forms' }} />
    </Clinic>
  ),
});
