// Which columns hold text, asked of the database itself, so that a new one is either a place for a canary or named here with its reason.
import type pg from 'pg';

export const bytesColumns = async (owner: pg.Pool): Promise<string[]> =>
  (
    await owner.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and data_type = 'bytea' order by 1`,
    )
  ).rows.map(({ name }) => name);

/** Text, JSON and lists of text, but for the columns that a check holds to a closed list of words. */
export const textColumns = async (owner: pg.Pool): Promise<string[]> =>
  (
    await owner.query<{ name: string }>(
      `select c.relname || '.' || a.attname as name
         from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
          and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'text[]'::regtype, 'json'::regtype, 'jsonb'::regtype)
          and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                            and pg_get_constraintdef(k.oid) ~ '= ANY|<@')
        order by 1`,
    )
  ).rows.map(({ name }) => name);

/** Columns of bytes that hold no text of anybody. */
export const NO_TEXT: Record<string, string> = {};

/** Columns of clear text: what each holds. Nothing that somebody says about a couple's life belongs in one. */
export const CLEAR_TEXT: Record<string, string> = {};
