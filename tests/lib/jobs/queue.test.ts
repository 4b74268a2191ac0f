// The queue itself: pg-boss on a real database, as the role that has nothing but its own schema.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import {
  closeQueue,
  isQueueMoving,
  type MailJob,
  openQueue,
  queueMails,
  type QueueWork,
  wakeQueue,
} from '@/db/access/queue';
import { isQueueStandingStill } from '@/lib/health/is-queue-standing-still';
import { useFreshDatabase } from '../../support/database';

const database = useFreshDatabase();
afterEach(() => closeQueue());

const job: MailJob = { kind: 'look', flagId: randomUUID(), staffMemberId: randomUUID() };
const idle: QueueWork = { look: async () => undefined, mail: async () => undefined };
const open = (work: Partial<QueueWork>) =>
  openQueue({ url: database.appUrl, work: { ...idle, ...work }, report: () => undefined, pollSeconds: 1 });

test('looks when it is opened and whenever it is woken, and sends each mail once however often it is queued', async () => {
  const look = vi.fn(async () => undefined);
  const mail = vi.fn<(id: string, job: MailJob) => Promise<void>>(async () => undefined);
  await open({ look, mail });
  await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(1), 8_000);
  await wakeQueue();
  await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(2), 8_000);
  const id = randomUUID();
  await Promise.all([queueMails([{ id, data: job }]), queueMails([{ id, data: job }])]);
  await vi.waitFor(() => expect(mail).toHaveBeenCalledTimes(1), 8_000);
  await queueMails([{ id, data: job }]);
  const last = randomUUID();
  await queueMails([{ id: last, data: job }]);
  await vi.waitFor(() => expect(mail).toHaveBeenCalledTimes(2), 8_000);
  expect(mail.mock.calls).toEqual([
    [id, job],
    [last, job],
  ]);
  expect(await isQueueMoving()).toBe(true);
});

test('what was queued outlives the process, and is sent by the next with the same id', async () => {
  const id = randomUUID();
  await open({ mail: () => new Promise(() => undefined) });
  await queueMails([{ id, data: job }]);
  // Cut off in the middle of sending: the database is told nothing more.
  await vi.waitFor(async () => {
    const { rows } = await database.owner.query(`select state from pgboss.job where id = $1`, [id]);
    expect(rows[0]?.state).toBe('active');
  }, 8_000);
  await closeQueue();
  await database.owner.query(`update pgboss.job set state = 'retry', start_after = now() where id = $1`, [id]);
  const mail = vi.fn<(id: string, job: MailJob) => Promise<void>>(async () => undefined);
  await open({ mail });
  await vi.waitFor(() => expect(mail).toHaveBeenCalledWith(id, job), 8_000);
}, 20_000);

test('standing still is said when nothing was looked at for minutes; one that has just started is given that time', async () => {
  expect(await isQueueStandingStill()).toBe(true);
  const look = vi.fn(async () => undefined);
  await open({ look });
  await vi.waitFor(() => expect(look).toHaveBeenCalled(), 8_000);
  expect(await isQueueStandingStill()).toBe(false);
  vi.useFakeTimers({ now: Date.now() + 10 * 60_000, toFake: ['Date'] });
  try {
    await vi.waitFor(async () => expect(await isQueueStandingStill()).toBe(false), 8_000);
    await database.owner.query(`update pgboss.job set completed_on = now() - interval '6 minutes' where name = 'look'`);
    expect(await isQueueStandingStill()).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test('its role can make what it needs in its own schema, and reaches no table and no function of a practice', async () => {
  const reached = await database.owner.query(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'auth', 'plan', 'portal') and c.relkind in ('r', 'p', 'v')
        and has_any_column_privilege('hearth_queue', c.oid, 'select, insert, update')
     union all select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('auth', 'plan', 'portal') and has_schema_privilege('hearth_queue', n.oid, 'usage') and has_function_privilege('hearth_queue', p.oid, 'execute')`,
  );
  expect(reached.rows).toEqual([]);
});
