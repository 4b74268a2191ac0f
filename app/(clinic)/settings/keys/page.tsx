import { Clinic } from '@/app/frames/clinic';
import { KeySettings } from '@/components/clinic/keys/key-settings';
import { clinicAreas } from '@/lib/people/clinic-areas';
import { page } from '@/lib/page';
import { saveKeys } from '../actions';

export default page({
  door: 'clinic',
  read: () => Promise.resolve(null),
  view: ({ actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="settings" title="Keys">
      <KeySettings action={saveKeys} formKey={formKey} hasSingleKeys={actor.hasSingleKeys} areas={clinicAreas(actor)} />
    </Clinic>
  ),
});
