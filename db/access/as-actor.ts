/** The door to rows for whoever has signed in: one transaction that knows who is asking. */
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { pool } from '../client';
import { withoutContent } from './fault';
import { ownStatements } from './own-statements';
import type { Role } from './grid';

/** Who is asking, as Postgres resolved it from the sign-in token. */
export type Actor = {
  signInId: string;
  accountId: string;
  practiceId: string;
  staffMemberId: string | null;
  partnerId: string | null;
  coupleId: string | null;
  roles: Role[];
  /** The staff member's name and credential; a partner's own name is not loaded. */
  name: string | null;
  credential: string | null;
  /** Whether a key pressed by itself does something for this staff member. */
  hasSingleKeys: boolean;
  /** Staff whose practice wants a second factor that is not there yet: without a role until it is. */
  needsFactor: boolean;
  /** What the account has beside its password. */
  secondStep: { hasApp: boolean; hasPasskey: boolean };
  /** Whether pages show initials in the place of partners' names; acts always know the names. */
  areNamesShielded: boolean;
  practice: {
    name: string;
    timeZone: string;
    portalTitle: string;
    closeUrl: string;
    isDemo: boolean;
    idleMinutes: number;
  };
  /** Only for what saves by itself, or lifts the cover: everything else is refused while it is down. */
  isCovered: boolean;
  /** The couple's zone for a partner, the practice's for staff. */
  timeZone: string;
  /** The installation's clock at the begin of the transaction. */
  now: Date;
  signedInAt: Date;
  /** The day in `timeZone`, which begins at 04:00, as YYYY-MM-DD. */
  today: string;
};

declare const guarded: unique symbol;
/** Rows as row security shows them to one actor, for statements that need not know who that is. */
export type ActorRows = { readonly db: NodePgDatabase; readonly [guarded]: 'actor' };
/** A transaction of one actor. Nothing else makes one, and no query takes anything else. */
export type ActorTx = ActorRows & { readonly actor: Actor };

/**
 * Thrown by asActor when the token is no sign-in (`none`), one that needs its password again (`idle` for a partner, `covered` for
 * staff), or one of staff that has come to its end (`over`).
 */
export class NotSignedIn extends Error {
  constructor(
    readonly state: 'none' | 'idle' | 'covered' | 'over',
    /** Whose it is or was, where staff may go on from where they were: the membership, since an account may have others. */
    readonly staffMemberId: string | null = null,
  ) {
    super(`Not signed in: ${state}`);
  }
}

/** What begins: an act of a person, what a page sends by itself, which is no sign of anyone being there, or lifting the cover. */
export type Way = 'act' | 'byItself' | 'lift';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * Runs `work` in one transaction as the owner of `token` (43 characters of base64url). Commits what it returns, rolls back when it
 * throws. Throws NotSignedIn; anything else is what `work` or Postgres threw.
 */
export function asActor<T>(token: string, work: (tx: ActorTx) => Promise<T>, way: Way = 'act'): Promise<T> {
  return onConnection(token, async ({ client }) => {
    const own = ownStatements(client);
    try {
      const actor = await begin(client, token, way);
      const result = await work(txOf(own.db, actor));
      own.end();
      await client.query('commit');
      return result;
    } finally {
      own.end();
    }
  });
}

type Act<A, T> = {
  /** Asked in the same flight as who is asking, and so without knowing it. */
  first: (rows: ActorRows) => Promise<A>;
  work: (tx: ActorTx, answers: A) => Promise<T>;
  /** Asked in the same flight as the commit: it happens only if this succeeds. */
  last: (rows: ActorRows, result: T) => Promise<unknown>;
};

/** The same for an act whose first and last statements are known beforehand: two round trips less. */
export function actAsActor<A, T>(token: string, { first, work, last }: Act<A, T>): Promise<T> {
  return onConnection(token, async (connection) => {
    const { client } = connection;
    const own = ownStatements(client);
    try {
      const begun = begin(client, token, 'act');
      const [actor, answers] = await inOrder(begun, asked(first, own.db));
      const tx = txOf(own.db, actor);
      const result = await work(tx, answers);
      const settled = last(tx, result);
      await inOrder(settled, commitBehind(connection, own));
      return result;
    } finally {
      own.end();
    }
  });
}

/**
 * The same for a reader whose statements need no answer before they are asked, not even who is asking: begin, all that `ask` asks at
 * once and commit are one round trip. Row security shows nobody's rows to whoever turns out not to be signed in. What `work` asks
 * beyond that, as it rarely should, runs in a second transaction.
 */
export function readAsActor<A, T>(
  token: string,
  ask: (rows: ActorRows) => Promise<A>,
  work: (tx: ActorTx, answers: A) => Promise<T>,
): Promise<T> {
  return onConnection(token, async (connection) => {
    const { client } = connection;
    const own = ownStatements(client);
    const begun = begin(client, token, 'act');
    const [actor, answers] = await inOrder(begun, asked(ask, own.db), commitBehind(connection, own));
    const later = ownStatements(client, () => {
      connection.isOpen = true;
      begin(client, token, 'act').catch(() => undefined);
    });
    try {
      const result = await work(txOf(later.db, actor), answers);
      if (later.end()) await client.query('commit');
      return result;
    } finally {
      later.end();
    }
  });
}

/** `isOpen`: whether a transaction may be on it, which ends with it when something is thrown. */
type Connection = { readonly client: PoolClient; isOpen: boolean };

async function onConnection<T>(token: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  if (!TOKEN.test(token)) throw new NotSignedIn('none');
  const client = await pool().connect();
  const connection: Connection = { client, isOpen: true };
  let isBroken = false;
  try {
    return await work(connection);
  } catch (error) {
    if (connection.isOpen) await client.query('rollback').catch(() => (isBroken = true));
    throw withoutContent(error);
  } finally {
    client.release(isBroken);
  }
}

const rowsOf = (db: NodePgDatabase) => ({ db }) as unknown as ActorRows;
const txOf = (db: NodePgDatabase, actor: Actor) => ({ db, actor }) as unknown as ActorTx;

/** What `ask` throws before its first statement is an answer like any other: it must not come before who is asking. */
const asked = async <A>(ask: (rows: ActorRows) => Promise<A>, db: NodePgDatabase): Promise<A> => ask(rowsOf(db));

/** Commits as soon as what was asked at once has been sent, in the same flight. What is asked later is refused. */
async function commitBehind(connection: Connection, own: { end: () => unknown }): Promise<void> {
  await new Promise((resolve) =>
    process.nextTick(() => {
      own.end();
      resolve(connection.client.query('commit'));
    }),
  );
  connection.isOpen = false;
}

/** Waits for all, whatever fails, and throws what failed first in their order: the later ones may have failed for its sake. */
async function inOrder<P extends Promise<unknown>[]>(...all: P): Promise<{ [N in keyof P]: Awaited<P[N]> }> {
  const settled = await Promise.allSettled(all);
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as { [N in keyof P]: Awaited<P[N]> };
}

async function begin(client: PoolClient, token: string, way: Way): Promise<Actor> {
  // The token's alphabet is checked above, so that begin, role and context can travel in one round trip.
  const answers = (await client.query(
    `begin; set local role hearth_actor; select auth.begin_as('${token}', '${way}') as actor`,
  )) as unknown as { rows: { actor: Record<string, unknown> }[] }[];
  const { state, now, signedInAt, ...rest } = answers[2]!.rows[0]!.actor;
  if (state !== 'active') throw new NotSignedIn(state as NotSignedIn['state'], (rest.staffMemberId as string) ?? null);
  return {
    ...rest,
    areNamesShielded: false,
    now: new Date(now as string),
    signedInAt: new Date(signedInAt as string),
  } as Actor;
}
