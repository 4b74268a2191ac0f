/** The names and marks of the cookies of sign-in; their names say nothing about what this place is. */
import 'server-only';
import { readPublicEnv } from '@/lib/env';

type Purpose = 'signIn' | 'csrf' | 'after' | 'notice';

const NAMES: Record<Purpose, string> = { signIn: 'in', csrf: 'form', after: 'after', notice: 'notice' };

/** Over https a browser takes `__Host-` cookies from this host alone, for all its paths, and never over http. */
export function cookieName(purpose: Purpose): string {
  return readPublicEnv().isHttps ? `__Host-${NAMES[purpose]}` : NAMES[purpose];
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: readPublicEnv().isHttps };
}
