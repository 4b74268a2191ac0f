import type { Pool } from '@/db/client';
export const listPeople = (tx: Pool) => tx;
export interface Person {
  name: string;
}
