/** One's papers are open for ten minutes after the password was given again, in this sign-in alone. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { notePasswordGiven } from '@/db/queries/referrals/papers';
import { confirmPassword } from '@/lib/accounts/confirm-password';
import type { Answer } from '@/lib/action';
import type { OpenPapersInput } from './schema';

export async function openPapers(tx: ActorTx, { password }: OpenPapersInput): Promise<Answer> {
  await confirmPassword(tx, password, 'Not opened yet.');
  await notePasswordGiven(tx, true);
  return { redirectTo: '/papers' };
}

export async function putPapersAway(tx: ActorTx): Promise<Answer> {
  await notePasswordGiven(tx, false);
  return { redirectTo: '/papers' };
}
