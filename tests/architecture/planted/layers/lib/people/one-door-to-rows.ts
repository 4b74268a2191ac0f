import { openPool } from '@/db/client';
export const pool = openPool('');
