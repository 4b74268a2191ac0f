import { Clinic } from '@/app/frames/clinic';
import { TransferForm } from '@/components/endings/transfer-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readTransfer } from '@/lib/endings/transfer';
import { page } from '@/lib/page';
import { takeBackTransferOf, transferTo } from '../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readTransfer(tx, params.coupleId),
  view: ({ data: { couple, ...shown }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Transfer">
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}/history`}>{couple.label}</TextLink>}
        title="Transfer to another therapist"
        lead="The couple goes to another therapist of this practice, from a day on. The plan stays as it is."
      />
      <TransferForm
        {...shown}
        coupleId={couple.id}
        formKey={formKey}
        actions={{ transfer: transferTo, takeBack: takeBackTransferOf }}
      />
    </Clinic>
  ),
});
