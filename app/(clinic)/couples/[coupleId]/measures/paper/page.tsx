import { Clinic } from '@/app/frames/clinic';
import { PaperMeasureChoice, PaperMeasureForm } from '@/components/measures/entry-forms';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readPaperMeasure } from '@/lib/measures/read-forms';
import { page } from '@/lib/page';
import { enterPaper } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readPaperMeasure(tx, params.coupleId, search),
  view: ({ data, actor, formKey }) => {
    const back = <TextLink href={`/couples/${data.couple.id}/measures`}>{data.couple.label}</TextLink>;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Paper form">
        {data.kind === 'form' ? (
          <>
            <PageHeader
              back={back}
              title={`${data.form.name} of ${data.partner.name}, on paper`}
              lead="With nobody else in the room. It counts as their own, and a worried answer is heard as if they had sent it."
            />
            <PaperMeasureForm page={data} action={enterPaper} formKey={formKey} />
          </>
        ) : (
          <>
            <PageHeader back={back} title="Enter a paper form" lead="Choose the form, and whose paper it is." />
            <PaperMeasureChoice page={data} />
          </>
        )}
      </Clinic>
    );
  },
});
