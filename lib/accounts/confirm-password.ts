/** The password again, before an act that only its owner may do. Counted like a sign-in: each sign-in has five tries in a quarter of an hour. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { readMyPasswordHash } from '@/db/queries/my-account';
import { Refusal } from '@/lib/errors';
import { forgetSignIn, trySignIn } from '@/lib/rate-limits';
import { verifyPassword } from './password-hash';

/** Refuses whatever is typed, for so many minutes. */
export class TriedTooOften extends Refusal {
  constructor(
    notDone: string,
    readonly minutes: number,
    field = 'password',
  ) {
    super(notDone, { [field]: `That was tried too often. Try again in ${minutes} minutes.` });
  }
}

/** Refuses beside the field `password`; `notDone` says what was not done for want of it. Answers the hash it was held against. */
export async function confirmPassword(
  tx: ActorTx,
  typed: string,
  notDone = 'Nothing was signed and nothing is lost.',
): Promise<string> {
  const { accountId, signInId } = tx.actor;
  const account = `again ${accountId}`;
  // Counted in a transaction of its own: a refusal takes this one back.
  const allowance = await trySignIn(account, signInId);
  if (!allowance.isAllowed) throw new TriedTooOften(notDone, allowance.tryAgainInMinutes);
  const hash = await readMyPasswordHash(tx);
  if (!(await verifyPassword(hash, typed)) || hash === null) {
    throw new Refusal(notDone, {
      password: 'This is not your password. Please write it again.',
    });
  }
  await forgetSignIn(account, signInId);
  return hash;
}
