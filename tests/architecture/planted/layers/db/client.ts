import pg from 'pg';
export const openPool = (url: string) => new pg.Pool({ connectionString: url });
export type Pool = pg.Pool;
