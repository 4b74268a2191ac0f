import type { SQL } from 'drizzle-orm';
export type Filter = SQL;
