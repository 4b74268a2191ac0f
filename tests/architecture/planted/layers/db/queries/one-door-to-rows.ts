import { openPool } from '../client';
export const pool = openPool('');
