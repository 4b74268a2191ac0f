/** Reads the access log and its chain for their verification, under the owner's login as the role of the rules: nothing of the app can. */
import pg from 'pg';

export type AuditChainRow = {
  place: number;
  hash: string;
  event: [...texts: (string | null)[], micros: number] | null;
};
export type AuditChain = {
  practiceIds: string[];
  /** In order of place, a thousand at a time. */
  rowsOf: (practiceId: string) => AsyncGenerator<AuditChainRow>;
  /** Events of a practice that no link stands for, although its chain has gone an hour beyond them. */
  countUnlinked: (practiceId: string) => Promise<number>;
};

const AT_A_TIME = 1_000;

/** Runs `work` over one unchanging sight of the log. */
export async function readAuditChain<T>(ownerUrl: string, work: (chain: AuditChain) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only; set local role hearth_rules');
    const practices = await client.query<{ id: string }>('select id from public.practices order by id');
    return await work({
      practiceIds: practices.rows.map(({ id }) => id),
      rowsOf: (practiceId) => rowsOf(client, practiceId),
      countUnlinked: (practiceId) => countUnlinked(client, practiceId),
    });
  } finally {
    await client.end();
  }
}

async function* rowsOf(client: pg.Client, practiceId: string): AsyncGenerator<AuditChainRow> {
  for (let after = 0; ;) {
    const { rows } = await client.query<{
      place: string;
      hash: string;
      texts: (string | null)[] | null;
      micros: string;
    }>(
      `select l.place, encode(l.hash, 'hex') as hash,
              case when e.id is not null then array[e.id::text, e.practice_id::text, e.sign_in_id::text, e.staff_member_id::text, e.partner_id::text,
                e.act, e.record_kind, e.record_id::text, e.couple_id::text, e.concerns_partner_id::text] end as texts,
              (extract(epoch from e.at) * 1000000)::bigint as micros
         from public.audit_links l left join public.audit_events e on e.id = l.event_id
        where l.practice_id = $1 and l.place > $2 order by l.place limit ${AT_A_TIME}`,
      [practiceId, after],
    );
    for (const { place, hash, texts, micros } of rows)
      yield { place: Number(place), hash, event: texts && [...texts, Number(micros)] };
    if (rows.length < AT_A_TIME) return;
    after = Number(rows.at(-1)!.place);
  }
}

async function countUnlinked(client: pg.Client, practiceId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::integer as count from public.audit_events e
      where e.practice_id = $1 and not exists (select from public.audit_links l where l.event_id = e.id)
        and e.at < coalesce((select max(l.at) from public.audit_links l where l.practice_id = $1), '-infinity') - interval '1 hour'`,
    [practiceId],
  );
  return rows[0]!.count;
}
