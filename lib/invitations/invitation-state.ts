import 'server-only';

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired' | 'closed';

/** A code may be tried this often; Postgres counts (auth.count_code_try). */
export const CODE_TRIES = 5;

/** `closed` is one whose code was tried too often. */
export function invitationState(
  row: { redeemedAt: Date | null; revokedAt: Date | null; expiresAt: Date; codeTries: number },
  now: Date,
): InvitationState {
  if (row.redeemedAt) return 'accepted';
  if (row.revokedAt) return 'revoked';
  if (row.expiresAt <= now) return 'expired';
  return row.codeTries >= CODE_TRIES ? 'closed' : 'open';
}
