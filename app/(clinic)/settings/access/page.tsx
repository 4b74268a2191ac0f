import { Clinic } from '@/app/frames/clinic';
import { AccessGrid } from '@/components/practices/access-grid';
import { readGrid } from '@/lib/access-grid/read-grid';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: () => Promise.resolve(readGrid()),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="settings" title="Who may see what">
      <AccessGrid grid={data} />
    </Clinic>
  ),
});
