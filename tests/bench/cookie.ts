import type { TestApp } from '../support/app';
import { signInCookie } from '../support/sign-in';

/** The header that a browser of that sign-in would send. */
export async function cookieFor(app: TestApp, token: string | null): Promise<Record<string, string>> {
  if (token === null) return {};
  const { name, value } = await signInCookie(token, app.keys.authSecret, app.origin);
  return { cookie: `${name}=${value}` };
}
