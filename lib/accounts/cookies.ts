/** The names and marks of the cookies of sign-in; their names say nothing about what this place is. */
import 'server-only';
import { readPublicEnv } from '@/lib/env';
import { SHIELD_COOKIE } from '@/lib/format/names';

const PURPOSES = ['signIn', 'csrf', 'after', 'notice', 'half', 'back'] as const;
type Purpose = (typeof PURPOSES)[number];

const NAMES: Record<Purpose, string> = {
  signIn: 'in',
  csrf: 'form',
  after: 'after',
  notice: 'notice',
  half: 'step',
  back: 'back',
};

/** Over https a browser takes `__Host-` cookies from this host alone, for all its paths, and never over http. */
export function cookieName(purpose: Purpose): string {
  return readPublicEnv().isHttps ? `__Host-${NAMES[purpose]}` : NAMES[purpose];
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: readPublicEnv().isHttps };
}

/** Every cookie of this place as a header that ends it. */
export function endedCookies(): string[] {
  const { isHttps } = readPublicEnv();
  const names = [...PURPOSES.map(cookieName), SHIELD_COOKIE];
  return names.map((name) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`);
}
