import type { TestApp } from '../support/app';
import { signInCookie } from '../support/sign-in';

/** Any page leaves it, so that only a first visit comes without; a measured one is not the first. */
const formCookies = new WeakMap<TestApp, Promise<string[]>>();

/** The header that a browser of that sign-in would send. */
export async function cookieFor(app: TestApp, token: string | null): Promise<Record<string, string>> {
  if (!formCookies.has(app)) formCookies.set(app, askForCookies(app));
  const cookies = [...(await formCookies.get(app)!)];
  if (token !== null) {
    const { name, value } = await signInCookie(token, app.keys.authSecret, app.origin);
    cookies.push(`${name}=${value}`);
  }
  return { cookie: cookies.join('; ') };
}

async function askForCookies(app: TestApp): Promise<string[]> {
  const answer = await fetch(`${app.origin}/sign-in`, { redirect: 'manual' });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
}
