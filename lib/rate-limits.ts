/**
 * How often a door may be tried. A limit belongs to an account *and* an address, so that nobody can lock another person
 * out; an account tried from many addresses only gets slower. Keys are hashed: the table names nobody.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { asSystem } from '@/db/access/as-system';
import { runLimitStatement } from '@/db/queries/accounts/rate-limits';
import { log } from './log';

const WINDOW_SECONDS = 15 * 60;

const query = (statement: { text: string; values?: unknown[] }) =>
  asSystem('rateLimit', (tx) => runLimitStatement(tx, statement));

export type Allowance = { isAllowed: boolean; waitMs: number; tryAgainInMinutes: number };

const limiter = (keyPrefix: string, points: number) =>
  new RateLimiterPostgres({
    storeClient: { query },
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true, // by a migration
    clearExpiredByTimeout: false, // by forgetOutlived
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  });

const perAccountAndAddress = limiter('account-address', 5);
const perAddress = limiter('address', 50);
const perAccount = limiter('account', 20);
/** Only who knows the password comes this far, so this limit locks nobody out whom a stranger would like to. */
const codesPerAccount = limiter('code', 10);
const linksPerAddress = limiter('link', 50);
const resetsPerAddress = limiter('reset-address', 20);
const mailsPerAccount = limiter('reset-mail', 5);

/** Counts one try to sign in. Wait `waitMs` before answering, whatever the answer will be. */
export async function trySignIn(account: string, address: string): Promise<Allowance> {
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
}

/** After a right password: this person's own earlier slips no longer count. */
export async function forgetSignIn(account: string, address: string): Promise<void> {
  await Promise.all([
    perAccountAndAddress.delete(hashed(account, address)),
    perAddress.reward(hashed(address), 1),
    perAccount.reward(hashed(account), 1),
  ]);
  await forgetOutlived();
}

/** A right password that still waits for its factor is no slip: both together count as one try. */
export async function forgiveOne(account: string, address: string): Promise<void> {
  await perAccountAndAddress.reward(hashed(account, address), 1);
}

/** Counts one code of the second factor, from wherever it comes. */
export async function tryCode(accountId: string): Promise<Allowance> {
  const own = await consume(codesPerAccount, hashed(accountId));
  return { isAllowed: !own.isOver, waitMs: 0, tryAgainInMinutes: minutes(own.isOver ? own.msLeft : 0) };
}

export async function forgetCodes(accountId: string): Promise<void> {
  await codesPerAccount.delete(hashed(accountId));
}

/** Counts one try of a link, by address; a partner's six-character code has its own five tries in the database. */
export async function tryLink(address: string): Promise<Allowance> {
  const shared = await consume(linksPerAddress, hashed(address));
  return { isAllowed: !shared.isOver, waitMs: 0, tryAgainInMinutes: minutes(shared.isOver ? shared.msLeft : 0) };
}

/** Counts one wish for a new password. Who is asked for too often, from anywhere, gets no more mails; whoever asks is told the same. */
export async function tryReset(account: string, address: string): Promise<Allowance & { isMailAllowed: boolean }> {
  const [shared, mails] = await Promise.all([
    consume(resetsPerAddress, hashed(address)),
    consume(mailsPerAccount, hashed(account)),
  ]);
  return {
    isAllowed: !shared.isOver,
    isMailAllowed: !mails.isOver,
    waitMs: 0,
    tryAgainInMinutes: minutes(shared.isOver ? shared.msLeft : 0),
  };
}

let sweptAt = 0;

/** Removes, at most once an hour, the rows whose window has ended. */
async function forgetOutlived(): Promise<void> {
  const now = Date.now();
  if (now - sweptAt < 3_600_000) return;
  sweptAt = now;
  await query({ text: 'delete from rate_limits where expire < $1', values: [now - 3_600_000] });
}

async function consume(limiter: RateLimiterPostgres, key: string) {
  try {
    const passed = await limiter.consume(key);
    return { isOver: false, consumed: passed.consumedPoints, msLeft: passed.msBeforeNext };
  } catch (refused) {
    // Anything but a limiter's answer is a fault of the database: a door that cannot count stays shut.
    if (!(refused instanceof RateLimiterRes)) throw refused;
    if (refused.consumedPoints === limiter.points + 1) log.warn('limit reached', { code: limiter.keyPrefix });
    return { isOver: true, consumed: refused.consumedPoints, msLeft: refused.msBeforeNext };
  }
}

const minutes = (ms: number) => Math.ceil(ms / 60_000);

function hashed(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
