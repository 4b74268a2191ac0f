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
/** A transaction of one actor. Nothing else makes one, and no query takes anything else. */
export type ActorTx = { readonly db: NodePgDatabase; readonly actor: Actor; readonly [guarded]: 'actor' };

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
export async function asActor<T>(token: string, work: (tx: ActorTx) => Promise<T>, way: Way = 'act'): Promise<T> {
  if (!TOKEN.test(token)) throw new NotSignedIn('none');
  const client = await pool().connect();
  const own = ownStatements(client);
  let isBroken = false;
  try {
    const actor = await begin(client, token, way);
    const result = await work({ db: own.db, actor } as unknown as ActorTx);
    own.end();
    await client.query('commit');
    return result;
  } catch (error) {
    own.end();
    await client.query('rollback').catch(() => (isBroken = true));
    throw withoutContent(error);
  } finally {
    client.release(isBroken);
  }
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
