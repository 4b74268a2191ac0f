import { list } from '@/lib/people/list-people';
export const Rows = () => list();
