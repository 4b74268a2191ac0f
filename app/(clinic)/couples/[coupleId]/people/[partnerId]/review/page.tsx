import { Clinic } from '@/app/frames/clinic';
import { ReviewLimitsForm } from '@/components/couples/review-limits-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { page } from '@/lib/page';
import { readReviewLimits } from '@/lib/review-limits/read-review-limits';
import { changeReviewLimitsOf } from '../../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readReviewLimits(tx, params),
  view: ({ data: { couple, partner, limits }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="When to review">
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}/people`}>{couple.label}</TextLink>}
        title={`When to review answers of ${partner.name}`}
        lead="From these numbers on, an answer stands under “Needs a look” before the next session. It closes no step, and neither partner sees these numbers."
      />
      <ReviewLimitsForm
        action={changeReviewLimitsOf}
        formKey={formKey}
        coupleId={couple.id}
        partnerId={partner.id}
        limits={limits}
      />
    </Clinic>
  ),
});
