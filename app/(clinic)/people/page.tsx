import { Clinic } from '@/app/frames/clinic';
import { PeopleLists } from '@/components/people/people-lists';
import { page } from '@/lib/page';
import { readPeople } from '@/lib/people/read-people';

export default page({
  door: 'clinic',
  read: (tx, { search }) => readPeople(tx, search),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="people" title="People">
      <PeopleLists {...data} today={actor.today} />
    </Clinic>
  ),
});
