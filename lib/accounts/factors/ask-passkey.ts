/** What a passkey is asked to sign, for a page's script: only for who is signed in, or comes from a right password. */
import 'server-only';
import { type ActorTx, asActor, NotSignedIn } from '@/db/access/as-actor';
import { asSystem } from '@/db/access/as-system';
import { askMyPasskey, askPasskeyOfHalf, readMyFactors } from '@/db/queries/accounts/factors';
import { signInToken } from '@/lib/actor';
import { hashOfToken } from '../sign-in-token';
import type { AskPasskeyInput, OwnerInput } from '../schema';
import { confirmOwner } from './confirm-owner';
import { readHalf } from './half';
import { makingOptions, newChallenge, signingOptions } from './passkeys';

/** Null where nobody may be asked. */
export async function askPasskey(asked: AskPasskeyInput) {
  if (asked.purpose === 'signIn') return askForSignIn();
  const token = await signInToken();
  if (!token) return null;
  try {
    return await asActor<Asked>(token, (tx) => (asked.purpose === 'add' ? askToAdd(tx, asked) : askAgain(tx)));
  } catch (error) {
    if (error instanceof NotSignedIn) return null;
    throw error;
  }
}

type Asked = Awaited<ReturnType<typeof askToAdd>> | Awaited<ReturnType<typeof askAgain>>;

export async function askAgain(tx: ActorTx) {
  const { bytes, hash } = newChallenge();
  await askMyPasskey(tx, 'again', hash);
  return signingOptions(await readMyFactors(tx), bytes);
}

/** Only whoever proves to be the owner gets a challenge to make one with. */
export async function askToAdd(tx: ActorTx, given: OwnerInput) {
  const factors = await confirmOwner(tx, given, 'No passkey was made.');
  const { bytes, hash } = newChallenge();
  await askMyPasskey(tx, 'add', hash);
  const { practice, partnerId } = tx.actor;
  const names = partnerId
    ? { place: practice.portalTitle, owner: practice.portalTitle }
    : { place: practice.name, owner: factors.login };
  return makingOptions(factors, bytes, names);
}

async function askForSignIn() {
  const half = await readHalf();
  return half ? askOfHalf(half.token) : null;
}

export async function askOfHalf(token: string) {
  const { bytes, hash } = newChallenge();
  const factors = await asSystem('signIn', (tx) => askPasskeyOfHalf(tx, { tokenHash: hashOfToken(token), hash }));
  return factors && factors.passkeys.length > 0 ? signingOptions(factors, bytes) : null;
}
