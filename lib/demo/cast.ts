/** Lets the invented people act as anyone does: with an account, a sign-in of their own, and the grid in force. */
import 'server-only';
import { type ActorTx, asActor } from '@/db/access/as-actor';
import { asSystem } from '@/db/access/as-system';
import { takeInvitation } from '@/db/queries/accounts/redemptions';
import { beginSignIn, endSignIn, findAccounts } from '@/db/queries/accounts/sign-ins';
import { hashPassword } from '@/lib/accounts/password-hash';
import { hashOfToken, makeSignInToken } from '@/lib/accounts/sign-in-token';
import { tokenOf } from '@/lib/invitations/issue-invitation';
import { hashOfInvitationToken, type InvitationIssue } from '@/lib/invitations/token';
import { DEMO_PASSWORD } from './people';

export type Cast = {
  /** Runs a verb as the person who signs in with this address or user name. */
  as<T>(login: string, verb: (tx: ActorTx) => Promise<T>): Promise<T>;
  /** Takes up an invitation; hashing one password for each of a dozen people would take longer than all the rest. */
  accept(login: string, invitation: InvitationIssue): Promise<void>;
  signIn(login: string): Promise<void>;
  /** Ends every sign-in: visitors begin their own. */
  leave(): Promise<void>;
};

export async function makeCast(): Promise<Cast> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const tokens = new Map<string, string>();

  async function signIn(login: string): Promise<void> {
    const token = makeSignInToken();
    const [account] = await asSystem('signIn', (tx) => findAccounts(tx, login));
    if (!account) throw new Error(`${login} has no account yet.`);
    const begun = { accountId: account.accountId, tokenHash: hashOfToken(token), device: 'The demo', hours: 12 };
    await asSystem('signIn', (tx) => beginSignIn(tx, begun));
    tokens.set(login, token);
  }

  return {
    signIn,
    as(login, verb) {
      const token = tokens.get(login);
      if (!token) throw new Error(`${login} has not signed in yet.`);
      return asActor(token, verb);
    },
    async accept(login, invitation) {
      const tokenHash = hashOfInvitationToken(tokenOf(invitation));
      const account = await asSystem('invitation', (tx) =>
        takeInvitation(tx, { tokenHash, accountId: null, passwordHash }),
      );
      if (!account) throw new Error(`The invitation of ${login} is not open.`);
      await signIn(login);
    },
    async leave() {
      for (const token of tokens.values()) await asSystem('signIn', (tx) => endSignIn(tx, hashOfToken(token)));
    },
  };
}
