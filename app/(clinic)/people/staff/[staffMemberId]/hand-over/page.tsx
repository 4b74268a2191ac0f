import { Clinic } from '@/app/frames/clinic';
import { HandOver } from '@/components/people/hand-over';
import { page } from '@/lib/page';
import { readHandOver } from '@/lib/people/hand-over';
import { handOverAndEnd } from '../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readHandOver(tx, params.staffMemberId ?? ''),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="people" title="Hand over">
      <HandOver {...data} formKey={formKey} action={handOverAndEnd} />
    </Clinic>
  ),
});
