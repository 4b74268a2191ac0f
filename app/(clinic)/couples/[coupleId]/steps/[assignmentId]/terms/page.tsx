import { Clinic } from '@/app/frames/clinic';
import { TermsView } from '@/components/plan/terms/terms-view';
import { page } from '@/lib/page';
import { readTermsSheet } from '@/lib/plan/terms/read-terms';
import { changeConditions, changeForOne, settle } from '../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readTermsSheet(tx, params),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Conditions">
      <TermsView sheet={data} formKey={formKey} change={changeConditions} changeOwn={changeForOne} settle={settle} />
    </Clinic>
  ),
});
