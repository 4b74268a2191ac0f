/**
 * The durable queue: pg-boss, in schema pgboss, as a role that reaches nothing else. What it holds are ids and times; whatever a job
 * needs beyond them it asks for when it runs. Opened once by whoever starts the process.
 */
import { type Job, PgBoss } from 'pg-boss';
import { doorUrl } from '../logins';

/** Which mail to send: ids and times only. */
export type MailJob =
  { kind: 'reminder'; reminderId: string; dueAt: string } | { kind: 'look'; flagId: string; staffMemberId: string };
/** The id names one mail for good: asked for twice, it is queued once, and it becomes the Message-ID of every attempt. */
export type NamedMailJob = { id: string; data: MailJob };

export type QueueWork = {
  /** Looks what has come due. Once a minute, and whenever someone wakes it. */
  look: () => Promise<void>;
  /** Sends one mail; throws what may be written down when it has to be tried again. */
  mail: (id: string, job: MailJob) => Promise<void>;
};

type QueueSettings = {
  url: string;
  work: QueueWork;
  /** Told what went wrong inside the queue; it goes on by itself. */
  report: (error: unknown) => void;
  /** Seconds between two looks at the queue itself. */
  pollSeconds?: number;
};

const LOOK = 'look';
const MAIL = 'mail';
/** Longer than the mail server is waited for; a job whose process was killed runs again after it. */
const MAIL_SECONDS = 60;
const DAY = 86_400;

const PLACE = Symbol.for('hearth.queue');
type Open = { boss: PgBoss; workers: { look: string; mail: string } | null; startedAt: number };
type Holder = { [PLACE]?: Open };
// Next loads this module more than once: the queue lives beside it, as the pool does.
const holder = globalThis as Holder;

/** Opens the queue and works it off until it is closed. Keeps trying while the database is not there. */
export async function openQueue({ url, work, report, pollSeconds = 10 }: QueueSettings): Promise<void> {
  if (holder[PLACE]) return;
  const boss = new PgBoss({
    connectionString: doorUrl(url),
    options: '-c role=hearth_queue -c statement_timeout=10000 -c lock_timeout=4000',
    max: 2,
    connectionTimeoutMillis: 4_000,
    schema: 'pgboss',
    createSchema: false,
    registerInstance: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
    cronWorkerIntervalSeconds: Math.min(pollSeconds, 45),
    flowIntervalSeconds: 60,
  });
  boss.on('error', report);
  const open: Open = { boss, workers: null, startedAt: Date.now() };
  holder[PLACE] = open;
  await boss.start({ attempts: 100_000 });
  await boss.createQueue(LOOK, { policy: 'stately', retryLimit: 0, expireInSeconds: 120, deleteAfterSeconds: 3_600 });
  await boss.createQueue(MAIL, {
    expireInSeconds: MAIL_SECONDS,
    retryLimit: 20,
    retryDelay: 15,
    retryBackoff: true,
    retryDelayMax: 900,
    deleteAfterSeconds: 7 * DAY,
  });
  const polling = { pollingIntervalSeconds: pollSeconds };
  open.workers = {
    look: await boss.work(LOOK, polling, work.look),
    mail: await boss.work<MailJob>(MAIL, { ...polling, batchSize: 1 }, async ([job]: Job<MailJob>[]) => {
      if (job) await work.mail(job.id, job.data);
    }),
  };
  await boss.schedule(LOOK, '* * * * *', null, { tz: 'UTC' });
  await wakeQueue();
}

/** Lets what is under way end, at most for a moment: what is cut off runs again. */
export async function closeQueue(): Promise<void> {
  const open = holder[PLACE];
  delete holder[PLACE];
  await open?.boss.stop({ graceful: true, timeout: 3_000 });
}

/** Looks now instead of at the next minute. Where no queue is open, as in a test, it does nothing. */
export async function wakeQueue(): Promise<void> {
  const open = holder[PLACE];
  if (!open?.workers) return;
  await open.boss.send(LOOK, null);
  open.boss.notifyWorker(open.workers.look);
}

export async function queueMails(mails: readonly NamedMailJob[]): Promise<void> {
  if (mails.length === 0) return;
  const open = holder[PLACE];
  if (!open) throw new Error('The queue is not open: openQueue() runs when the process starts.');
  await open.boss.insert(MAIL, [...mails]);
  if (open.workers) open.boss.notifyWorker(open.workers.mail);
}

const PATIENCE_MS = 5 * 60_000;

/** Whether something was looked at in the last minutes, by whichever process. One that has just started is given the same time. */
export async function isQueueMoving(): Promise<boolean> {
  const open = holder[PLACE];
  if (!open) return false;
  if (Date.now() - open.startedAt < PATIENCE_MS) return true;
  const { rows } = await open.boss
    .getDb()
    .executeSql(
      `select exists (select from pgboss.job where name = $1 and state = 'completed' and completed_on > now() - make_interval(secs => $2)) as moves`,
      [LOOK, PATIENCE_MS / 1_000],
    );
  return (rows as { moves: boolean }[])[0]?.moves ?? false;
}
