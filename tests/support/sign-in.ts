// The cookie that the sign-in door would leave, for browser tests that are about something else.
import { encode } from 'next-auth/jwt';

/** `token` is the opaque one that people.ts makes; over plain http the cookie is named without a prefix. */
export async function signInCookie(token: string, authSecret: string, origin: string) {
  const value = await encode({ token: { signIn: token }, secret: authSecret });
  return { name: 'in', value, url: origin, httpOnly: true, sameSite: 'Lax' as const };
}
