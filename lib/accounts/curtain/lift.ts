/**
 * The cover over the clinic: put down by hand or by the browser's idle time, lifted by the password. Postgres holds it: a covered
 * sign-in begins nothing but lifting, and that without a role (auth.begin_as).
 */
import 'server-only';
import { type ActorTx, asActor, NotSignedIn } from '@/db/access/as-actor';
import { coverMySignIn, liftMySignIn } from '@/db/queries/accounts/curtain';
import { signInToken } from '@/lib/actor';
import { NotFound, Refusal } from '@/lib/errors';
import { confirmPassword, TriedTooOften } from '../confirm-password';
import type { CurtainInput, LiftInput } from './schema';

/** What the page that asked is told: whether it may be seen, and whose it is, so that nobody's page is lifted for somebody else. */
export type CurtainState = { state: 'open' | 'covered'; who: string };

/** `here` is activity, `look` is none; `cover` puts it down in every tab of this sign-in. */
export async function changeCurtain(tx: ActorTx, { what }: CurtainInput): Promise<CurtainState> {
  if (what === 'cover') await coverMySignIn(tx);
  return { state: what === 'cover' || tx.actor.isCovered ? 'covered' : 'open', who: whose(tx) };
}

export type Lifted =
  CurtainState | { state: 'refused'; message: string; minutes?: number } | { state: 'over' | 'none' };

export async function liftCurtain(token: string | null, { password }: LiftInput): Promise<Lifted> {
  if (!token) return { state: 'none' };
  try {
    return await asActor(
      token,
      async (tx) => {
        if (tx.actor.staffMemberId === null) throw new NotFound();
        await confirmPassword(tx, password, 'The page stays covered.');
        await liftMySignIn(tx);
        return { state: 'open' as const, who: whose(tx) };
      },
      'lift',
    );
  } catch (error) {
    if (error instanceof Refusal) {
      const minutes = error instanceof TriedTooOften ? error.minutes : undefined;
      return { state: 'refused', message: error.fields?.password ?? error.message, minutes };
    }
    if (error instanceof NotSignedIn) return { state: error.state === 'over' ? 'over' : 'none' };
    if (error instanceof NotFound) return { state: 'none' };
    throw error;
  }
}

/** Whether the cover's own page still has something to cover. */
export async function isCoveredNow(): Promise<boolean> {
  const token = await signInToken();
  if (!token) return false;
  try {
    return await asActor(token, async (tx) => tx.actor.isCovered, 'byItself');
  } catch (error) {
    if (error instanceof NotSignedIn) return error.state === 'covered';
    throw error;
  }
}

const whose = (tx: ActorTx): string => tx.actor.staffMemberId ?? '';
