import { save } from '@/app/(clinic)/library/actions';
import { Clinic } from '@/app/frames/clinic';
import { StepFormView } from '@/components/library/step-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readStepForm } from '@/lib/library/read-step-form';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readStepForm(tx, params.stepId, true),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Copy a step">
      <PageHeader
        back={<TextLink href={`/library/${data.stepId}`}>{data.title}</TextLink>}
        title={`A new step from “${data.title}”`}
        lead="Everything of it is copied. It needs a title of its own, and is not reviewed yet."
      />
      <StepFormView {...data} action={save} formKey={formKey} />
    </Clinic>
  ),
});
