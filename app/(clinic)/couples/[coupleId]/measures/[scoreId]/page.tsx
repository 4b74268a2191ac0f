import { Clinic } from '@/app/frames/clinic';
import { AnswersView } from '@/components/measures/answers-view';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import { readMeasureAnswers } from '@/lib/measures/read-answers';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readMeasureAnswers(tx, params),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Answers">
      <PageHeader
        back={<TextLink href={`/couples/${data.couple.id}/measures`}>{data.couple.label}</TextLink>}
        title={data.name}
        lead={
          <>
            <PartnerMark place={data.partner.place}>{data.partner.name}</PartnerMark>, {data.day}
          </>
        }
      />
      <AnswersView page={data} />
    </Clinic>
  ),
});
