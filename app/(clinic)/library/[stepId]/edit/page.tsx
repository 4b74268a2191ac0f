import { save } from '@/app/(clinic)/library/actions';
import { Clinic } from '@/app/frames/clinic';
import { StepFormView } from '@/components/library/step-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readStepForm } from '@/lib/library/read-step-form';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readStepForm(tx, params.stepId, false),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Edit a step">
      <PageHeader
        back={<TextLink href={`/library/${data.stepId}`}>{data.title}</TextLink>}
        title={`Edit “${data.title}”`}
        lead="It becomes a new version, not reviewed yet. Couples who were given an earlier one keep it."
      />
      <StepFormView {...data} action={save} formKey={formKey} />
    </Clinic>
  ),
});
