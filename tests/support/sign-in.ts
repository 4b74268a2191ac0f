// Mints a sign-in as the sign-in door would leave it, for tests that are about something else.
import { createHash, randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import type pg from 'pg';

/** A membership: who signs in, and as whom. */
export interface Membership {
  accountId: string;
  practiceId: string;
  staffMemberId?: string | null;
  partnerId?: string | null;
}

/** Returns the opaque token: what `asActor` takes. */
export async function mintSignIn(owner: pg.Pool, membership: Membership): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await owner.query(
    `insert into public.sign_ins (token_hash, account_id, practice_id, staff_member_id, partner_id, expires_at)
     values ($1, $2, $3, $4, $5, auth.now() + interval '12 hours')`,
    [hash, membership.accountId, membership.practiceId, membership.staffMemberId ?? null, membership.partnerId ?? null],
  );
  return token;
}

/** The cookie that carries it over plain http. */
export async function signInCookie(token: string, authSecret: string, origin: string) {
  const value = await encode({ token: { signIn: token }, secret: authSecret });
  return { name: 'in', value, url: origin, httpOnly: true, sameSite: 'Lax' as const };
}
