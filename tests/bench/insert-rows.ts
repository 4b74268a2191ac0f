// Many rows in one statement, as the database's owner.
import type pg from 'pg';

export type Row = Record<string, unknown>;

/** All rows name the same columns; what they leave out gets its default. Dates and bytes travel as text. */
export async function insertRows(owner: pg.ClientBase, table: string, rows: Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((name) => `"${name}"`)
    .join(', ');
  const sent = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)])));
  await owner.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(sent)],
  );
}

const asText = (value: unknown) => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value);
