import { Clinic } from '@/app/frames/clinic';
import { ExternalForm } from '@/components/measures/entry-forms';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readMeasureForms } from '@/lib/measures/read-forms';
import { page } from '@/lib/page';
import { enterTotal } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readMeasureForms(tx, params.coupleId),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Enter a total">
      <PageHeader
        back={<TextLink href={`/couples/${data.couple.id}/measures`}>{data.couple.label}</TextLink>}
        title="Enter a total"
        lead="For a measure whose license does not let Hearth show its questions: its name, the day and the total. How to read it stays with you."
      />
      <ExternalForm page={data} action={enterTotal} formKey={formKey} />
    </Clinic>
  ),
});
