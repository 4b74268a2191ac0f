import { PersonRow } from '@/components/people/person-row';
import { list } from '@/lib/people/list-people';
export default () => [PersonRow, list];
