import { sql } from 'drizzle-orm';
import type { SystemTx } from '../../access/as-system';

type InvitationTx = SystemTx<'invitation'>;

export type OpenInvitation = {
  id: string;
  resendNumber: number;
  kind: 'staff' | 'partner';
  /** The e-mail address or user name it was made for. */
  login: string;
  /** The passwords of the same address or user name; an ended one opens nothing any more. */
  known: { hash: string; isEnded: boolean }[];
  /** The account that this very place had, whose password was ended: whoever has the code chooses another. */
  waiting: string | null;
};

export async function readOpenInvitation(tx: InvitationTx, tokenHash: Buffer): Promise<OpenInvitation | null> {
  const { rows } = await tx.db.execute<{ invitation: OpenInvitation | null }>(
    sql`select auth.read_invitation(${tokenHash}) as invitation`,
  );
  return rows[0]?.invitation ?? null;
}

export async function countCodeTry(tx: InvitationTx, tokenHash: Buffer): Promise<void> {
  await tx.db.execute(sql`select auth.count_code_try(${tokenHash})`);
}

/** Why an account can't have this place: it works in the practice, is a partner's in it, or has the couple's other place. */
export type Exclusion = 'works' | 'isPartners' | 'other';

export async function findExclusion(tx: InvitationTx, tokenHash: Buffer, accountId: string): Promise<Exclusion | null> {
  const { rows } = await tx.db.execute<{ why: Exclusion | null }>(
    sql`select auth.place_excluded(${tokenHash}, ${accountId}) as why`,
  );
  return rows[0]?.why ?? null;
}

/** What Postgres says when the place was taken meanwhile, or excludes another that this person has. */
const NOT_TAKEN = new Set(['40001', '23000', '23505']);

/** Without an account: a new one. Without a password: one that is there, whose owner has just shown to be it. */
type Taken = { tokenHash: Buffer; accountId: string | null; passwordHash: string | null; word?: string | null };

/** Once and for one person. Null when it was taken, revoked or has run out meanwhile. */
export async function takeInvitation(tx: InvitationTx, taken: Taken): Promise<string | null> {
  const { tokenHash, accountId, passwordHash, word = null } = taken;
  const { rows } = await tx.db.execute<{ account: string | null }>(
    sql`select auth.redeem_invitation(${tokenHash}, ${accountId}, ${passwordHash}, ${word}) as account`,
  );
  return rows[0]?.account ?? null;
}

/** Whether a redemption failed because the place was no longer free, rather than by a fault. */
export function isNotTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && NOT_TAKEN.has(String(error.code));
}
