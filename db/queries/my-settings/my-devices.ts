import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';

/** Every device of one kind: "Firefox on Android". */
export type DeviceOfMine = {
  device: string;
  firstOn: string;
  lastOn: string;
  /** The one that asks is of this kind. */
  isThis: boolean;
  /** Another one of this kind is signed in. */
  isElsewhere: boolean;
};

/** The person a record was opened by, by kind alone. */
export type Opening = { month: string; kind: 'careTeam' | 'practice' };

/** One's own devices, and who opened what concerns oneself alone. One statement. */
export async function readMyDevicesAndOpenings(tx: ActorTx): Promise<{ devices: DeviceOfMine[]; openings: Opening[] }> {
  const { rows } = await tx.db.execute<{ devices: DeviceOfMine[]; openings: Opening[] }>(
    sql`select auth.my_devices() as devices, portal.my_openings() as openings`,
  );
  return rows[0] ?? { devices: [], openings: [] };
}

/** Every other device of this kind has to sign in anew; without a kind, every other one. */
export async function endMyDevices(tx: ActorTx, device: string | null): Promise<void> {
  await tx.db.execute(sql`select auth.end_my_devices(${device})`);
}

export async function hasNewDevice(tx: ActorTx): Promise<boolean> {
  const { rows } = await tx.db.execute<{ is: boolean }>(sql`select portal.has_new_device() as is`);
  return rows[0]?.is ?? false;
}

/** Kinds of device that were new when they signed in: from now on they are not said again. */
export async function hearNewDevices(tx: ActorTx): Promise<{ device: string; on: string }[]> {
  const { rows } = await tx.db.execute<{ heard: { device: string; on: string }[] }>(
    sql`select portal.hear_new_devices() as heard`,
  );
  return rows[0]?.heard ?? [];
}

/** One sign-in of one's own; days by one's own clock. */
export type SignInOfMine = {
  id: string;
  device: string;
  on: string;
  lastOn: string;
  isThis: boolean;
  /** Null while it is still in. */
  endedOn: string | null;
};

/** Those of the last 90 days, the newest first. */
export async function listMySignIns(tx: ActorTx): Promise<SignInOfMine[]> {
  const { rows } = await tx.db.execute<{ lines: SignInOfMine[] }>(sql`select auth.my_sign_ins() as lines`);
  return rows[0]?.lines ?? [];
}

export async function endMySignIn(tx: ActorTx, id: string): Promise<void> {
  await tx.db.execute(sql`select auth.end_my_sign_in(${id})`);
}

/** What happened to one's account without oneself: a kind and a day. */
export type AccountNotice = { kind: 'passwordReset' | 'factorRemoved'; on: string };

export async function hasNotice(tx: ActorTx): Promise<boolean> {
  const { rows } = await tx.db.execute<{ is: boolean }>(sql`select auth.has_notice() as is`);
  return rows[0]?.is ?? false;
}

/** From now on they are not said again. */
export async function hearNotices(tx: ActorTx): Promise<AccountNotice[]> {
  const { rows } = await tx.db.execute<{ heard: AccountNotice[] }>(sql`select auth.hear_notices() as heard`);
  return rows[0]?.heard ?? [];
}
