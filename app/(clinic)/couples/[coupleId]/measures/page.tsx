import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { MeasuresTab } from '@/components/measures/measures-tab';
import { readMeasures } from '@/lib/measures/read-measures';
import { page } from '@/lib/page';
import { markInError, takeBack } from './actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readMeasures(tx, params.coupleId),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Measures">
      <CoupleFrame couple={data.couple} current="measures">
        <MeasuresTab page={data} takeBack={takeBack} markInError={markInError} />
      </CoupleFrame>
    </Clinic>
  ),
});
