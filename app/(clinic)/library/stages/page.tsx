import { changeStages } from '@/app/(clinic)/library/actions';
import { Clinic } from '@/app/frames/clinic';
import { StagesForm } from '@/components/library/outline-forms';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readOutlineForm } from '@/lib/library/read-step-form';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx) => readOutlineForm(tx),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Stages">
      <PageHeader
        back={<TextLink href="/library">Library</TextLink>}
        title="Stages"
        lead="A step says in its own form in which stage it stands."
      />
      <StagesForm outline={data} action={changeStages} formKey={formKey} />
    </Clinic>
  ),
});
