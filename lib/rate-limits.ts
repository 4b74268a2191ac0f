/**
 * How often a door may be tried. A limit belongs to an account *and* an address, so that nobody can lock another person
 * out; an account tried from many addresses only gets slower. Keys are hashed: the table names nobody.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 15 * 60;

/** Runs one statement as the system role. */
export type LimitQuery = (query: { text: string; values?: unknown[] }) => Promise<{ rows: unknown[]; rowCount: number | null }>;

export type Allowance = { isAllowed: boolean; waitMs: number; tryAgainInMinutes: number };

export type RateLimits = {
  /** Counts one try. Wait `waitMs` before answering, whatever the answer. */
  trySignIn: (account: string, address: string) => Promise<Allowance>;
  /** After a right password: this person's own earlier slips no longer count. */
  forgetSignIn: (account: string, address: string) => Promise<void>;
  /** Tries of invitation links, by address; the six-character code has its own five tries in the database. */
  tryLink: (address: string) => Promise<Allowance>;
};

export function makeRateLimits(query: LimitQuery): RateLimits {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: { query },
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true, // by a migration
      clearExpiredByTimeout: false, // swept by `sweepRateLimits`
      keyPrefix,
      points,
      duration: WINDOW_SECONDS,
    });

  const perAccountAndAddress = limiter('account-address', 5);
  const perAddress = limiter('address', 50);
  const perAccount = limiter('account', 20);
  const linksPerAddress = limiter('link', 50);

  return {
    async trySignIn(account, address) {
      const [own, shared, anywhere] = await Promise.all([
        consume(perAccountAndAddress, hashed(account, address)),
        consume(perAddress, hashed(address)),
        consume(perAccount, hashed(account)),
      ]);
      const slow = Math.max(0, own.consumed - 2) * 250 + (anywhere.isOver ? 2_000 : 0);
      return {
        isAllowed: !own.isOver && !shared.isOver,
        waitMs: Math.min(slow, 3_000),
        tryAgainInMinutes: minutes(Math.max(own.isOver ? own.msLeft : 0, shared.isOver ? shared.msLeft : 0)),
      };
    },
    async forgetSignIn(account, address) {
      await Promise.all([perAccountAndAddress.delete(hashed(account, address)), perAddress.reward(hashed(address), 1)]);
    },
    async tryLink(address) {
      const shared = await consume(linksPerAddress, hashed(address));
      return { isAllowed: !shared.isOver, waitMs: 0, tryAgainInMinutes: minutes(shared.isOver ? shared.msLeft : 0) };
    },
  };
}

/** Rows whose window ended an hour ago. */
export async function sweepRateLimits(query: LimitQuery, now: number): Promise<void> {
  await query({ text: 'delete from rate_limits where expire < $1', values: [now - 3_600_000] });
}

async function consume(limiter: RateLimiterPostgres, key: string) {
  try {
    const passed = await limiter.consume(key);
    return { isOver: false, consumed: passed.consumedPoints, msLeft: passed.msBeforeNext };
  } catch (refused) {
    // Anything but a limiter's answer is a fault of the database: a door that cannot count stays shut.
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { isOver: true, consumed: refused.consumedPoints, msLeft: refused.msBeforeNext };
  }
}

const minutes = (ms: number) => Math.ceil(ms / 60_000);

function hashed(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
