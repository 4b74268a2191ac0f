// The second factor, for its owner and at the door. Secrets are sealed and codes are hashed before they come here.
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { SystemTx } from '../../access/as-system';

type DoorTx = SystemTx<'signIn'> | SystemTx<'reset'>;

export type Factors = {
  accountId: string;
  login: string;
  /** Counts what was changed about the factors. */
  serial: number;
  codesSerial: number;
  codesLeft: number;
  /** The ten codes were made in this sign-in just now, and not put away. */
  areCodesShown: boolean;
  /** The secret is sealed, in base64. */
  totp: { id: string; secret: string } | null;
};

export const hasFactor = (factors: Factors): boolean => factors.totp !== null;

export async function readMyFactors(tx: ActorTx): Promise<Factors> {
  const { rows } = await tx.db.execute<{ factors: Factors }>(sql`select auth.my_factors() as factors`);
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

/** False when there is one already, or the factors were changed since it was offered. */
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

export async function removeMyFactor(tx: ActorTx): Promise<void> {
  await tx.db.execute(sql`select auth.remove_my_factor()`);
}

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
