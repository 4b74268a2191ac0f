import { listPeople } from '@/db/queries/people';
export const people = listPeople;
