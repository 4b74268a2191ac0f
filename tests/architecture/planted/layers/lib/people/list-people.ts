import { asActor } from '@/db/access/as-actor';
import { listPeople } from '@/db/queries/people';
export type { Person } from '@/db/queries/people';
export const list = () => listPeople(asActor(''));
