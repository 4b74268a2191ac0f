import type { Pool } from '@/db/client';
export const forgotten = (tx: Pool) => tx;
