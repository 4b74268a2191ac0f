/** "/" shows nothing: it sends staff to their first area, partners to their first page, and anyone else to the sign-in. */
import 'server-only';
import { redirect } from 'next/navigation';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { signInToken } from '@/lib/actor';
import { firstArea } from '@/lib/people/clinic-areas';

export async function sendToFirstPlace(): Promise<never> {
  const token = await signInToken();
  const place = token ? await asActor(token, async ({ actor }) => placeOf(actor)).catch(whenNotSignedIn) : '/sign-in';
  redirect(place as never);
}

const placeOf = (actor: Parameters<typeof firstArea>[0] & { partnerId: string | null }) =>
  actor.partnerId ? '/home' : `/${firstArea(actor) ?? 'sign-in'}`;

function whenNotSignedIn(error: unknown): string {
  if (error instanceof NotSignedIn) return '/sign-in';
  throw error;
}
