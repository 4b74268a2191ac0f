import { Clinic } from '@/app/frames/clinic';
import { LibraryList } from '@/components/library/library-list';
import { page } from '@/lib/page';
import { readLibrary } from '@/lib/program/read-library';

export default page({
  door: 'clinic',
  read: (tx, { search }) => readLibrary(tx, typeof search.q === 'string' ? search.q.slice(0, 100) : ''),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Library">
      <LibraryList library={data} />
    </Clinic>
  ),
});
