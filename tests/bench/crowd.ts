// A large practice around the measured therapist: one couple's rows copied in SQL, each copy with ids of its own.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { PracticeInTest } from '@/tests/support/people';
import type { CoupleInBench } from './couples';
import { type Practice, TABLES } from './seed';

/** What triggers make of a couple, beside what the seed makes. */
const COPIED = [...TABLES, 'care_team_members', 'day_sheets'];

/** Columns that mean the same in every copy. */
const SHARED = ['practice_id', 'practice_key_id', 'step_version_id'];
/** Columns that name a staff member. */
const STAFF =
  /^(staff_member_id|therapist_id|created_by|set_by|recorded_by|assigned_by|settled_by|given_by|cancelled_by)$/;

/** Check-ins of so many more eight weeks each. */
const FURTHER_CHECK_INS = 1;
const DAYS_EACH = 56;

/** Adds therapists with `each` couples, who are copies of the practice's last couple, until there are `therapists` in all. */
export async function addCrowd(
  owner: pg.Pool,
  { practice, couples }: Practice,
  { therapists, each }: { therapists: number; each: number },
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    await addColleagues(client, practice, therapists);
    await client.query(
      `create temporary table copies on commit drop as
         select id as staff, id || '-' || n as n from colleagues, generate_series(1, $1) n`,
      [each],
    );
    for (const table of COPIED) await copy(client, table, couples.at(-1)!);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    client.release();
  }
}

/** The staff members who are missing yet, in the temporary table `colleagues`. */
async function addColleagues(client: pg.ClientBase, { practiceId }: PracticeInTest, therapists: number) {
  const found = await client.query<{ count: number }>(
    'select count(*)::int as count from staff_members where practice_id = $1',
    [practiceId],
  );
  const ids = Array.from({ length: therapists - found.rows[0]!.count }, () => randomUUID());
  await client.query(
    `create temporary table colleagues (id uuid) on commit drop; insert into colleagues select unnest('{${ids.join(',')}}'::uuid[])`,
  );
  await client.query(
    `insert into accounts (id, email, password_hash) select id, id || '@staff.example', 'none' from colleagues`,
  );
  await client.query(
    `insert into staff_members (id, practice_id, account_id, name, credential, email, status)
     select id, $1, id, 'Sam Example', 'LMFT', id || '@staff.example', 'active' from colleagues`,
    [practiceId],
  );
  await client.query(
    `insert into staff_roles (practice_id, staff_member_id, role) select $1, id, 'therapist' from colleagues`,
    [practiceId],
  );
}

async function copy(client: pg.ClientBase, table: string, { coupleId, members }: CoupleInBench): Promise<void> {
  const columns = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const names = columns.rows.map(({ name }) => `"${name}"`).join(', ');
  const values = columns.rows.map(({ name, type }) => valueOf(name, type)).join(', ');
  const partners = members.map(({ partnerId }) => partnerId);
  const [column, ids] =
    table === 'accounts'
      ? ['id', members.map(({ accountId }) => accountId)]
      : table === 'couples'
        ? ['id', [coupleId]]
        : columns.rows.some(({ name }) => name === 'couple_id')
          ? ['couple_id', [coupleId]]
          : ['partner_id', partners];
  const times = table === 'check_ins' ? FURTHER_CHECK_INS : 0;
  await client.query(
    `insert into ${table} (${names}) select ${values} from ${table} t, copies c, generate_series(0, ${times}) as again where t.${column} = any ($1::uuid[])`,
    [ids],
  );
}

function valueOf(name: string, type: string): string {
  if (STAFF.test(name)) return `case when t."${name}" is not null then c.staff end`;
  if (name === 'email') return "md5(t.id::text || c.n) || '@partner.example'";
  if (name === 'token_hash') return `sha256(t.token_hash || convert_to(c.n, 'UTF8'))`;
  if (name === 'sent_at') return `t.sent_at - again * interval '${DAYS_EACH} days'`;
  if (type !== 'uuid' || SHARED.includes(name)) return `t."${name}"`;
  // Every copy's rows still point at one another, and only the first eight weeks of check-ins are pointed at.
  const further = "case when again > 0 then '+' || again else '' end";
  return name === 'id' ? `md5(t.id::text || c.n || ${further})::uuid` : `md5(t."${name}"::text || c.n)::uuid`;
}
