/** What a passkey is asked to sign, for a page's script: only for who is signed in, or comes from a right password. */
import 'server-only';
import { asActor, type ActorTx } from '@/db/access/as-actor';
import { asSystem } from '@/db/access/as-system';
import { askMyPasskey, askPasskeyOfHalf, readMyFactors } from '@/db/queries/accounts/factors';
import { signInToken } from '@/lib/actor';
import { hashOfToken } from '../sign-in-token';
import { readHalf } from './half';
import { makingOptions, newChallenge, signingOptions } from './passkeys';

type Purpose = 'add' | 'again' | 'signIn';

/** Null where nobody may be asked; a lapsed sign-in throws NotSignedIn. */
export async function askPasskey(purpose: Purpose) {
  if (purpose === 'signIn') return askForSignIn();
  const token = await signInToken();
  return token ? asActor(token, (tx) => askMine(tx, purpose)) : null;
}

export async function askMine(tx: ActorTx, purpose: 'add' | 'again') {
  const factors = await readMyFactors(tx);
  const { bytes, hash } = newChallenge();
  await askMyPasskey(tx, purpose, hash);
  const { practice, partnerId } = tx.actor;
  if (purpose === 'again') return signingOptions(factors, bytes);
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
