/** Whether it is the owner who asks: the password, a code, a passkey, each counted and refused beside the field it was given in. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { type Factors, hasFactor, readMyFactors, countMyPasskey } from '@/db/queries/accounts/factors';
import { confirmPassword, TriedTooOften } from '@/lib/accounts/confirm-password';
import type { OwnerInput } from '@/lib/accounts/schema';
import { Refusal } from '@/lib/errors';
import { forgetCodes, tryCode } from '@/lib/rate-limits';
import { checkCode, myDoor } from './check-code';
import { checkPasskey, takeForGood } from './passkeys';

const CODE_WRONG =
  'This code does not fit, or was used before. Wait for the next one in your app, or write a recovery code.';
const PASSKEY_WRONG = 'This passkey did not do. Press the button again, or write something in its place.';

/** The password and, where there is a factor, that too: for what adds, renews or takes away a factor. */
export async function confirmOwner(tx: ActorTx, given: OwnerInput, notDone: string): Promise<Factors> {
  const factors = await readMyFactors(tx);
  await confirmPassword(tx, given.password, notDone);
  if (!hasFactor(factors)) return factors;
  if (given.passkey) await confirmPasskey(tx, factors, given.passkey, notDone, 'presentCode');
  else if (given.presentCode)
    await confirmCode(tx, factors, { code: given.presentCode, field: 'presentCode' }, notDone);
  else throw new Refusal(notDone, { presentCode: 'Write a code of the second step you have.' });
  return factors;
}

type TypedCode = { code: string; field: 'code' | 'presentCode' | 'password' };

export async function confirmCode(tx: ActorTx, factors: Factors, typed: TypedCode, notDone: string): Promise<void> {
  await countCode(factors.accountId, typed.field, notDone);
  if (!(await checkCode(myDoor(tx), factors, typed.code))) throw new Refusal(notDone, { [typed.field]: CODE_WRONG });
  await forgetCodes(factors.accountId);
}

export async function confirmPasskey(
  tx: ActorTx,
  factors: Factors,
  answer: string,
  notDone: string,
  field: TypedCode['field'] = 'password',
): Promise<void> {
  const used = await checkPasskey(takeForGood(tx, 'again'), factors, answer);
  if (!used || !(await countMyPasskey(tx, used.id, used.counter)))
    throw new Refusal(notDone, { [field]: PASSKEY_WRONG });
}

/** In a transaction of its own: a refusal takes this one back. */
export async function countCode(accountId: string, field: TypedCode['field'], notDone: string): Promise<void> {
  const { isAllowed, tryAgainInMinutes } = await tryCode(accountId);
  if (!isAllowed) throw new TriedTooOften(notDone, tryAgainInMinutes, field);
}
