/**
 * What only the owner of the database may do for a demo: say what is in it, give it a clock that starts in the past, and clear
 * a demo whose loading was cut short.
 */
import pg from 'pg';

/** `half`: a demo whose loading ended before it was whole; its clock still stands in the past. */
export type Held = 'nothing' | 'demo' | 'half' | 'practice';

/** Runs `work` with the one lock under which a demo is loaded, so that two starts at once load it once. */
export async function asInstallation<T>(
  ownerUrl: string,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(727002)');
    return await work(installation(client));
  } finally {
    await client.end();
  }
}

export type Installation = {
  holds(): Promise<Held>;
  /** Of everyone who signs in with one, by name. */
  userNames(): Promise<Map<string, string>>;
  /** Empties the tables of a half loaded demo. Throws when anything but a demo is in them. */
  clear(): Promise<void>;
  /** Sets the clock back; from here on it moves forward only. */
  startClockAt(at: Date): Promise<void>;
  /** Lets the clock tell the true time: the demo is whole from here on. */
  endAtTrueTime(): Promise<void>;
};

function installation(client: pg.Client): Installation {
  /** Forced row security would hide the rows from an owner that is no superuser; hearth_rules may see them. */
  async function seen<R extends pg.QueryResultRow>(statement: string): Promise<R[]> {
    await client.query('begin');
    await client.query('set local role hearth_rules');
    const { rows } = await client.query<R>(statement);
    await client.query('commit');
    return rows;
  }

  async function holds(): Promise<Held> {
    const rows = await seen<{ practices: number; real: number; isPast: boolean | null }>(
      `select count(*)::int as practices, count(*) filter (where not is_demo)::int as real,
              (select ahead < interval '0' from auth.clock where installation = 'demo') as "isPast"
         from public.practices`,
    );
    const { practices, real, isPast } = rows[0]!;
    if (real > 0) return 'practice';
    if (practices === 0) return 'nothing';
    return isPast ? 'half' : 'demo';
  }

  return {
    holds,
    async userNames() {
      const rows = await seen<{ name: string; userName: string }>(
        `select name, user_name as "userName" from public.partners where user_name is not null`,
      );
      return new Map(rows.map(({ name, userName }) => [name, userName]));
    },
    async clear() {
      if ((await holds()) !== 'half') throw new Error('Only a half loaded demo is ever cleared.');
      await client.query(`
        do $$ begin
          execute (select 'truncate ' || string_agg(format('public.%I', tablename), ', ') from pg_tables where schemaname = 'public');
        end $$`);
    },
    async startClockAt(at) {
      await client.query(
        `insert into auth.clock (ahead, installation) values ($1::timestamptz - now(), 'demo')
         on conflict (only_row) do update set ahead = excluded.ahead, installation = 'demo'`,
        [at],
      );
    },
    async endAtTrueTime() {
      await client.query('select auth.move_clock(-ahead) from auth.clock');
    },
  };
}
