import { Clinic } from '@/app/frames/clinic';
import { PaperChoice } from '@/components/check-ins/paper-choice';
import { PaperForm } from '@/components/check-ins/paper-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readPaperPage } from '@/lib/check-ins/read-paper-check-in';
import { page } from '@/lib/page';
import { enterOnPaper } from '../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readPaperPage(tx, params.coupleId, search),
  view: ({ data, actor, formKey }) => {
    const { couple } = data.kind === 'form' ? data.place : data;
    const back = <TextLink href={`/couples/${couple.id}/check-ins`}>{couple.label}</TextLink>;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Paper check-in">
        {data.kind === 'form' ? (
          <>
            <PageHeader
              back={back}
              title={`Paper check-in of ${data.place.partner.name}`}
              lead={`${data.place.title}. With nobody else in the room. It counts as their own and never shows in the portal, neither theirs nor the other’s.`}
            />
            <PaperForm place={data.place} action={enterOnPaper} formKey={formKey} />
          </>
        ) : (
          <>
            <PageHeader back={back} title="Enter a paper check-in" lead="Choose the step, and whose paper it is." />
            <PaperChoice coupleId={couple.id} partners={data.partners} steps={data.steps} />
          </>
        )}
      </Clinic>
    );
  },
});
