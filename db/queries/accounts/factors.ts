// The second factor, for its owner and at the door. Secrets are sealed and codes are hashed before they come here.
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { SystemTx } from '../../access/as-system';

type DoorTx = SystemTx<'signIn'> | SystemTx<'reset'> | SystemTx<'invitation'>;

export type Factors = {
  accountId: string;
  login: string;
  /** Counts what was changed about the factors. */
  serial: number;
  codesSerial: number;
  codesLeft: number;
  /** The ten codes were made in this sign-in just now, and not put away. */
  areCodesShown: boolean;
  /** A practice where its owner works wants one, so the last stays. */
  isWanted: boolean;
  /** The secret is sealed, in base64. */
  totp: { id: string; secret: string } | null;
  passkeys: Passkey[];
};

/** The public key in base64, the times as Postgres writes them. */
export type Passkey = {
  id: string;
  name: string;
  credentialId: string;
  publicKey: string;
  counter: number;
  transports: string[];
  addedAt: string;
  lastUsedAt: string | null;
};

export const hasFactor = ({ totp, passkeys }: Factors): boolean => totp !== null || passkeys.length > 0;
/** The one that may not be taken away. */
export const isLastWanted = ({ isWanted, totp, passkeys }: Factors): boolean =>
  isWanted && passkeys.length + (totp ? 1 : 0) === 1;

export async function readMyFactors(tx: ActorTx): Promise<Factors> {
  const { rows } = await tx.db.execute<{ factors: Factors }>(sql`select auth.my_factors() as factors`);
  return rows[0]!.factors;
}

/** Of someone who has just given the password of this account. */
export async function readFactorsOf(tx: SystemTx<'invitation'>, accountId: string): Promise<Factors> {
  const { rows } = await tx.db.execute<{ factors: Factors }>(sql`select auth.factors_of(${accountId}) as factors`);
  return rows[0]!.factors;
}

const isDone = ({ rows }: { rows: { done: boolean | null }[] }): boolean => rows[0]?.done ?? false;

export const takeMyStep = async (tx: ActorTx, step: number): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.take_my_step(${step}) as done`));

export const useMyCode = async (tx: ActorTx, hash: Buffer): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.use_my_code(${hash}) as done`));

export const takeStep = async (tx: DoorTx, accountId: string, step: number): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.take_step(${accountId}, ${step}) as done`));

export const useCode = async (tx: DoorTx, accountId: string, hash: Buffer): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.use_code(${accountId}, ${hash}) as done`));

/** False when the factors were changed since it was offered. It takes the place of the app that was there. */
export async function addTotp(
  tx: ActorTx,
  row: { id: string; serial: number; sealed: Buffer; step: number; codes: Buffer[] },
): Promise<boolean> {
  const { id, serial, sealed, step, codes } = row;
  return isDone(
    await tx.db.execute<{ done: boolean }>(
      sql`select auth.add_totp(${id}, ${serial}, ${sealed}, ${step}, ${sql.param(codes)}::bytea[]) as done`,
    ),
  );
}

/** False when a practice wants one and this was the last: whoever is told so throws. */
export const removeMyApp = async (tx: ActorTx): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.remove_my_app() as done`));

/** False as above. */
export const removeMyPasskey = async (tx: ActorTx, id: string): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.remove_my_passkey(${id}) as done`));

/** False when there are too many, when it is somebody's already, or when the factors were changed meanwhile. */
export async function addPasskey(
  tx: ActorTx,
  row: Pick<Passkey, 'id' | 'name' | 'credentialId' | 'counter' | 'transports'> & {
    serial: number;
    publicKey: Buffer;
    codes: Buffer[];
  },
): Promise<boolean> {
  const { id, serial, name, credentialId, publicKey, counter, transports, codes } = row;
  return isDone(
    await tx.db.execute<{ done: boolean }>(
      sql`select auth.add_passkey(${id}, ${serial}, ${name}, ${credentialId}, ${publicKey}, ${counter}, ${sql.param(transports)}::text[], ${sql.param(codes)}::bytea[]) as done`,
    ),
  );
}

/** To whom a change is told, in which neutral words; null for a partner, whose mailbox the other may read. */
export async function findMyFactorMail(
  tx: ActorTx,
): Promise<{ to: string; senderName: string; subject: string } | null> {
  const { rows } = await tx.db.execute<{ email: string; sender_name: string; subject: string }>(
    sql`select email, sender_name, subject from auth.my_factor_mail()`,
  );
  const row = rows[0];
  return row ? { to: row.email, senderName: row.sender_name, subject: row.subject } : null;
}

/** What a passkey is to sign next in this sign-in; only its hash is kept. */
export async function askMyPasskey(tx: ActorTx, purpose: 'add' | 'again', hash: Buffer): Promise<void> {
  await tx.db.execute(sql`select auth.ask_my_passkey(${purpose}, ${hash})`);
}

/** The same between the password and the factor; null once that is over. */
export async function askPasskeyOfHalf(
  tx: SystemTx<'signIn'>,
  half: { tokenHash: Buffer; hash: Buffer },
): Promise<Factors | null> {
  const { rows } = await tx.db.execute<{ factors: Factors | null }>(
    sql`select auth.ask_passkey_of_half(${half.tokenHash}, ${half.hash}) as factors`,
  );
  return rows[0]?.factors ?? null;
}

/** Where a challenge was asked: an account, and its sign-in or half sign-in. */
export type AskedOf = { accountId: string; askedIn: string; purpose: 'add' | 'again' | 'signIn' };

export const takeChallenge = async (tx: SystemTx<'signIn'>, of: AskedOf, hash: Buffer): Promise<boolean> =>
  isDone(
    await tx.db.execute<{ done: boolean }>(
      sql`select auth.take_challenge(${of.accountId}, ${of.askedIn}, ${of.purpose}, ${hash}) as done`,
    ),
  );

/** False when its count did not go on. */
export const countMyPasskey = async (tx: ActorTx, id: string, counter: number): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.use_my_passkey(${id}, ${counter}) as done`));

export const countPasskey = async (tx: DoorTx, accountId: string, id: string, counter: number): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.use_passkey(${accountId}, ${id}, ${counter}) as done`));

export async function renewMyCodes(tx: ActorTx, codes: Buffer[]): Promise<void> {
  await tx.db.execute(sql`select auth.renew_my_codes(${sql.param(codes)}::bytea[])`);
}

export async function putMyCodesAway(tx: ActorTx): Promise<void> {
  await tx.db.execute(sql`select auth.put_my_codes_away()`);
}

/** Whether one of the staff has one; asked by a practice admin. */
export const hasFactorsOf = async (tx: ActorTx, staffMemberId: string): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.has_factors(${staffMemberId}) as done`));

/** Answers the address to tell. Postgres refuses whoever was not asked again just now. */
export async function removeFactorsOf(tx: ActorTx, staffMemberId: string): Promise<string> {
  const { rows } = await tx.db.execute<{ email: string }>(
    sql`select auth.remove_factors_of(${staffMemberId}) as email`,
  );
  return rows[0]!.email;
}

/** The same person in the same sign-in gave it just now. */
export async function noteFactorGiven(tx: ActorTx): Promise<void> {
  await tx.db.execute(sql`select auth.note_factor_given()`);
}

export const isSteppedUp = async (tx: ActorTx): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.is_stepped_up() as done`));

/** A right password that waits for its factor. */
export type Half = { id: string; factors: Factors };

/** False for someone who has no place any more. */
export const beginHalf = async (
  tx: SystemTx<'signIn'>,
  { accountId, tokenHash }: { accountId: string; tokenHash: Buffer },
): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.begin_half(${accountId}, ${tokenHash}) as done`));

export async function findHalf(tx: SystemTx<'signIn'>, tokenHash: Buffer): Promise<Half | null> {
  const { rows } = await tx.db.execute<{ half: Half | null }>(sql`select auth.read_half(${tokenHash}) as half`);
  return rows[0]?.half ?? null;
}

export const takeHalf = async (tx: SystemTx<'signIn'>, id: string): Promise<boolean> =>
  isDone(await tx.db.execute<{ done: boolean }>(sql`select auth.take_half(${id}) as done`));
