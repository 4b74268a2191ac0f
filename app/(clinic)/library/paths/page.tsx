import { changePaths } from '@/app/(clinic)/library/actions';
import { Clinic } from '@/app/frames/clinic';
import { PathsForm } from '@/components/library/outline-forms';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readOutlineForm } from '@/lib/library/read-step-form';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx) => readOutlineForm(tx),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Paths">
      <PageHeader
        back={<TextLink href="/library">Library</TextLink>}
        title="Paths"
        lead="By what brought the couple here, in the order that is suggested to staff. Partners never see a path."
      />
      <PathsForm outline={data} action={changePaths} formKey={formKey} />
    </Clinic>
  ),
});
