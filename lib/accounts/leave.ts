/** Close: out at once, and to a place that says nothing. */
import 'server-only';
import { asSystem } from '@/db/access/as-system';
import { endSignIn, findCloseUrl } from '@/db/queries/accounts/sign-ins';
import { log } from '@/lib/log';
import { hashOfToken } from './sign-in-token';

/** For someone whose sign-in this browser no longer holds, so that no practice is known. */
const ANYWHERE = 'https://www.wikipedia.org/';

/** Ends the sign-in and says where to go. A fault must not keep a person on the page: it still says where to go. */
export async function leave(token: string | null): Promise<string> {
  if (!token) return ANYWHERE;
  try {
    const tokenHash = hashOfToken(token);
    return await asSystem('signIn', async (tx) => {
      await endSignIn(tx, tokenHash);
      return (await findCloseUrl(tx, tokenHash)) ?? ANYWHERE;
    });
  } catch (error) {
    log.error('leave failed', error);
    return ANYWHERE;
  }
}
