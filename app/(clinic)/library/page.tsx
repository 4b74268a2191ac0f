import { Clinic } from '@/app/frames/clinic';
import { LibraryList } from '@/components/library/library-list';
import type { Actor } from '@/lib/actor';
import { firstArea } from '@/lib/people/clinic-areas';
import { page } from '@/lib/page';
import { readLibrary } from '@/lib/program/read-library';

export default page({
  door: 'clinic',
  read: (tx, { search }) => readLibrary(tx, typeof search.q === 'string' ? search.q.slice(0, 100) : ''),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Library">
      <LibraryList library={data} note={noteFor(actor)} />
    </Clinic>
  ),
});

/** Whoever has nothing else to open is told why. */
const noteFor = (actor: Actor): string | undefined =>
  firstArea(actor) === 'library'
    ? 'No supervisees are named for you, so no notes are open to you. The library is.'
    : undefined;
