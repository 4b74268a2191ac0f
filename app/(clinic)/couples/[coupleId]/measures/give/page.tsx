import { Clinic } from '@/app/frames/clinic';
import { GiveForm } from '@/components/measures/give-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readMeasureForms } from '@/lib/measures/read-forms';
import { page } from '@/lib/page';
import { give } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readMeasureForms(tx, params.coupleId),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Give a measure">
      <PageHeader
        back={<TextLink href={`/couples/${data.couple.id}/measures`}>{data.couple.label}</TextLink>}
        title="Give a measure"
        lead="It waits in that person’s portal, where it has no name. Tell them of it when you meet; nothing else does."
      />
      <GiveForm page={data} action={give} formKey={formKey} />
    </Clinic>
  ),
});
