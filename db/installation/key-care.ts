/** The rows of keys for whoever runs the installation, under the owner's login as the role of the rules: nothing of the app can change them. */
import pg from 'pg';
import type { KeyClass } from '../schema/sealed-keys';

export type PracticeKey = { id: string; practiceId: string; masterKeyId: string; wrapped: Buffer; createdAt: Date };
export type DataKey = {
  id: string;
  practiceId: string;
  practiceKeyId: string;
  keyClass: KeyClass;
  /** Of a key of staff's own, its owner, which is bound into the wrapping in the couple's place. */
  coupleId: string;
  partnerId: string | null;
  authorId: string | null;
  wrapped: Buffer;
  createdAt: Date;
};
export type AccountSecret = { id: string; accountId: string; secret: Buffer };
/** The table decides: staff's own keys belong to no couple. */
export type KeyTable = 'data_keys' | 'staff_keys';
export type KeyCare = { readonly client: pg.Client };

/** A sentence for whoever runs the command: why it stopped, and what to do. */
export class CareStopped extends Error {
  override name = 'CareStopped';
}

const READ: Record<KeyTable, string> = {
  data_keys: `select id, practice_id as "practiceId", practice_key_id as "practiceKeyId", key_class as "keyClass", couple_id as "coupleId",
                     partner_id as "partnerId", author_id as "authorId", wrapped, created_at as "createdAt" from public.data_keys`,
  staff_keys: `select id, practice_id as "practiceId", practice_key_id as "practiceKeyId", 'author.snippets' as "keyClass", staff_member_id as "coupleId",
                      null::uuid as "partnerId", null::uuid as "authorId", wrapped, created_at as "createdAt" from public.staff_keys`,
};

/** Looks at the rows of keys; any number may at once. */
export async function lookAtKeys<T>(ownerUrl: string, work: (care: KeyCare) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('set role hearth_rules');
    return await work({ client });
  } finally {
    await client.end();
  }
}

/** Changes them, one command at a time. Each statement is an act of its own, so that a kill leaves rows that all open. */
export function careForKeys<T>(ownerUrl: string, work: (care: KeyCare) => Promise<T>): Promise<T> {
  return lookAtKeys(ownerUrl, async (care) => {
    const { rows } = await care.client.query<{ got: boolean }>(
      `select pg_try_advisory_lock(hashtextextended('hearth care of keys', 0)) as got`,
    );
    if (!rows[0]!.got)
      throw new CareStopped('Another command for keys runs on this database. Wait until it has ended.');
    return work(care);
  });
}

export const listPracticeKeys = async ({ client }: KeyCare): Promise<PracticeKey[]> =>
  (
    await client.query<PracticeKey>(
      `select id, practice_id as "practiceId", master_key_id as "masterKeyId", wrapped, created_at as "createdAt"
         from public.practice_keys order by practice_id, created_at desc, id`,
    )
  ).rows;

/** False when somebody else was first. */
export async function replacePracticeKey(
  { client }: KeyCare,
  before: PracticeKey,
  after: Pick<PracticeKey, 'masterKeyId' | 'wrapped'>,
) {
  const { rowCount } = await client.query(
    'update public.practice_keys set master_key_id = $3, wrapped = $4 where id = $1 and master_key_id = $2',
    [before.id, before.masterKeyId, after.masterKeyId, after.wrapped],
  );
  return rowCount === 1;
}

export const listAccountSecrets = async ({ client }: KeyCare): Promise<AccountSecret[]> =>
  (await client.query<AccountSecret>('select id, account_id as "accountId", secret from public.totp_factors')).rows;

export async function replaceAccountSecret({ client }: KeyCare, before: AccountSecret, after: Buffer): Promise<void> {
  await client.query('update public.totp_factors set secret = $3 where id = $1 and secret = $2', [
    before.id,
    before.secret,
    after,
  ]);
}

/** The newest of its practice from now on, so that new keys are wrapped by it. */
export async function addPracticeKey({ client }: KeyCare, key: Omit<PracticeKey, 'createdAt'>): Promise<void> {
  await client.query(
    `insert into public.practice_keys (id, practice_id, master_key_id, wrapped, created_at)
     select $1, $2, $3, $4, greatest(auth.now(), max(created_at) + interval '1 ms') from public.practice_keys where practice_id = $2`,
    [key.id, key.practiceId, key.masterKeyId, key.wrapped],
  );
}

/** False while a key is still wrapped by it. */
export async function removePracticeKey({ client }: KeyCare, id: string): Promise<boolean> {
  try {
    await client.query('delete from public.practice_keys where id = $1', [id]);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '23503') return false;
    throw error;
  }
}

export const listKeysUnder = async (
  { client }: KeyCare,
  table: KeyTable,
  practiceKeyId: string,
  limit: number,
): Promise<DataKey[]> =>
  (
    await client.query<DataKey>(`${READ[table]} where practice_key_id = $1 order by id limit $2`, [
      practiceKeyId,
      limit,
    ])
  ).rows;

export async function replaceKeys(
  { client }: KeyCare,
  table: KeyTable,
  from: string,
  keys: readonly DataKey[],
): Promise<void> {
  await client.query(
    `update public.${table} k set practice_key_id = n.practice_key_id, wrapped = n.wrapped
       from unnest($2::uuid[], $3::uuid[], $4::bytea[]) as n (id, practice_key_id, wrapped)
      where k.id = n.id and k.practice_key_id = $1`,
    [
      from,
      keys.map(({ id }) => id),
      keys.map(({ practiceKeyId }) => practiceKeyId),
      keys.map(({ wrapped }) => wrapped),
    ],
  );
}

/** Of everyone, or of one class, or of one owner: a couple, a partner, or someone on staff. */
export type Which = { keyClass: KeyClass | null; owner: string | null };

export const listKeys = async ({ client }: KeyCare, table: KeyTable, { keyClass, owner }: Which): Promise<DataKey[]> =>
  (
    await client.query<DataKey>(
      `select * from (${READ[table]}) k
        where ($1::text is null or k."keyClass" = $1) and ($2::uuid is null or $2 in (k."coupleId", k."partnerId", k."authorId"))
        order by k."createdAt" desc, k.id desc`,
      [keyClass, owner],
    )
  ).rows;

export async function addKeys({ client }: KeyCare, table: KeyTable, keys: readonly DataKey[]): Promise<void> {
  if (keys.length === 0) return;
  const common = [
    keys.map(({ id }) => id),
    keys.map(({ practiceId }) => practiceId),
    keys.map(({ practiceKeyId }) => practiceKeyId),
    keys.map(({ wrapped }) => wrapped),
    keys.map(({ createdAt }) => createdAt),
    keys.map(({ coupleId }) => coupleId),
  ];
  if (table === 'staff_keys') {
    await client.query(
      `insert into public.staff_keys (id, practice_id, practice_key_id, wrapped, created_at, staff_member_id)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[], $5::timestamptz[], $6::uuid[])`,
      common,
    );
    return;
  }
  await client.query(
    `insert into public.data_keys (id, practice_id, practice_key_id, wrapped, created_at, couple_id, partner_id, author_id, key_class)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[], $5::timestamptz[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[])`,
    [
      ...common,
      keys.map(({ partnerId }) => partnerId),
      keys.map(({ authorId }) => authorId),
      keys.map(({ keyClass }) => keyClass),
    ],
  );
}

/** Makes keys that waited the newest of their line. */
export async function beginKeys(
  { client }: KeyCare,
  table: KeyTable,
  ids: readonly string[],
  waiting: Date,
): Promise<void> {
  const line =
    table === 'staff_keys'
      ? 'o.staff_member_id = k.staff_member_id'
      : 'o.couple_id = k.couple_id and o.key_class = k.key_class and o.partner_id is not distinct from k.partner_id and o.author_id is not distinct from k.author_id';
  await client.query(
    `update public.${table} k
        set created_at = greatest(auth.now(), (select max(o.created_at) + interval '1 ms' from public.${table} o where ${line}))
      where k.id = any ($1) and k.created_at = $2`,
    [ids, waiting],
  );
}

/** A partner, as whoever runs the command must know them: no name, and nothing of what they wrote. */
export type WhoseText = { partnerId: string; practiceId: string; coupleId: string; position: number; isOpen: boolean };

/** `isOpen`: a worried answer of theirs still needs someone. */
export async function findWhoseText({ client }: KeyCare, partnerId: string): Promise<WhoseText | null> {
  const { rows } = await client.query<WhoseText>(
    `select p.id as "partnerId", p.practice_id as "practiceId", p.couple_id as "coupleId", p.position,
            exists (select from public.flags f where f.partner_id = p.id and f.settled_at is null) as "isOpen"
       from public.partners p where p.id = $1`,
    [partnerId],
  );
  return rows[0] ?? null;
}

/** The one of the care team who passes on what the partner asked for. */
export async function findWhoPassesOn({ client }: KeyCare, coupleId: string, email: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select s.id from public.staff_members s
       join public.care_team_members m on m.practice_id = s.practice_id and m.staff_member_id = s.id
      where m.couple_id = $1 and m.to_on is null and lower(s.email) = lower($2) and s.status = 'active'`,
    [coupleId, email],
  );
  return rows[0]?.id ?? null;
}

/** Which sign-in an entry of the log names that none made: an act of whoever runs the installation. */
const NO_SIGN_IN = '00000000-0000-0000-0000-000000000000';

/** Removes these keys, the drafts sealed with them and nothing else, and notes it: all of it or none. */
export async function removePrivateKeys(
  { client }: KeyCare,
  of: WhoseText,
  keyIds: readonly string[],
  staffMemberId: string,
): Promise<void> {
  await client.query('begin');
  try {
    await client.query(
      `delete from public.drafts where partner_id = $1 and encode(substring(content from 2 for 16), 'hex')::uuid = any ($2)`,
      [of.partnerId, keyIds],
    );
    await client.query(
      `delete from public.data_keys where partner_id = $1 and key_class = 'partner.private' and id = any ($2)`,
      [of.partnerId, keyIds],
    );
    await client.query(
      `insert into public.audit_events (practice_id, sign_in_id, staff_member_id, act, record_kind, record_id, couple_id, concerns_partner_id)
       values ($1, $2, $3, 'shredded', 'privateText', $4, $5, $4)`,
      [of.practiceId, NO_SIGN_IN, staffMemberId, of.partnerId, of.coupleId],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Writes the table of keys anew, so that what was removed is not left in its file. False when it was not free to be. */
export async function writeKeysAnew({ client }: KeyCare): Promise<boolean> {
  try {
    await client.query(`reset role; set lock_timeout = '5s'`);
    await client.query('vacuum full public.data_keys');
    return true;
  } catch {
    return false;
  } finally {
    await client.query('reset lock_timeout; set role hearth_rules');
  }
}

/**
 * Waits until every transaction that is open now has ended: from then on, nobody works with keys as they were before. Who reads one
 * table after the other in one transaction sees each as it is then, so a key must be known before anything is sealed with it.
 */
export async function outlastOthers({ client }: KeyCare, patienceMs = 120_000): Promise<void> {
  const open = async () =>
    (
      await client.query<{ id: string }>(
        `select l.virtualxid as id from pg_locks l join pg_stat_activity a on a.pid = l.pid
          where l.locktype = 'virtualxid' and l.granted and l.pid <> pg_backend_pid() and a.datname = current_database()`,
      )
    ).rows.map(({ id }) => id);
  const before = new Set(await open());
  const until = performance.now() + patienceMs;
  for (;;) {
    const now = await open();
    if (!now.some((id) => before.has(id))) return;
    if (performance.now() > until) {
      throw new CareStopped(
        'Something, perhaps a backup, has had a transaction open for two minutes. Nothing is lost; run the same command again when it has ended.',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
