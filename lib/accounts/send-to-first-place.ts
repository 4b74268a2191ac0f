/** "/" shows nothing: it sends staff to their first area, partners to their first page, and anyone else to the sign-in. */
import 'server-only';
import { redirect } from 'next/navigation';
import { type ActorTx, asActor, NotSignedIn } from '@/db/access/as-actor';
import { hasNewDevice, hasNotice } from '@/db/queries/my-settings/my-devices';
import { signInToken } from '@/lib/actor';
import { placeLeft } from './curtain/place';
import { firstArea } from '@/lib/people/clinic-areas';

export async function sendToFirstPlace(): Promise<never> {
  const token = await signInToken();
  const place = token ? await asActor(token, placeOf).catch(whenNotSignedIn) : '/sign-in';
  redirect(place as never);
}

/** Everyone passes here once a sign-in, so that no other page need ask what has to be told. */
async function placeOf(tx: ActorTx): Promise<string> {
  if (tx.actor.partnerId) return (await hasNewDevice(tx)) ? '/me/new' : '/home';
  if (tx.actor.needsFactor) return '/settings/account/second-step';
  if (await hasNotice(tx)) return '/settings/account/news';
  return (await placeLeft(tx.actor.staffMemberId)) ?? `/${firstArea(tx.actor) ?? 'sign-in'}`;
}

function whenNotSignedIn(error: unknown): string {
  if (error instanceof NotSignedIn) return error.state === 'covered' ? '/covered' : '/sign-in';
  throw error;
}
