import { openPool } from '@/db/client';
export const asActor = openPool;
