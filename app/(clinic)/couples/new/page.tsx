import { Clinic } from '@/app/frames/clinic';
import { NewCoupleForm } from '@/components/couples/new-couple-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readNewCouple } from '@/lib/couples/read-new-couple';
import { page } from '@/lib/page';
import { makeCouple } from '../actions';

export default page({
  door: 'clinic',
  read: readNewCouple,
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="New couple">
      <PageHeader
        back={<TextLink href="/caseload">Caseload</TextLink>}
        title="New couple"
        lead="Nobody is told yet: each partner is invited when you have met them alone."
      />
      <NewCoupleForm action={makeCouple} formKey={formKey} {...data} />
    </Clinic>
  ),
});
