import 'server-only';
import { asSystem } from '@/db/access/as-system';
import { endSignIn as endRow } from '@/db/queries/accounts/sign-ins';
import { hashOfToken } from './sign-in-token';

/** Ends a sign-in in the database: the next request with this token is refused, whatever the cookie says. */
export async function endSignIn(token: string): Promise<void> {
  await asSystem('signIn', (tx) => endRow(tx, hashOfToken(token)));
}
