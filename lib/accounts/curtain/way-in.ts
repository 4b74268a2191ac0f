/** Where a page leads whoever may not see it yet: to the sign-in, or to the cover that their password lifts. */
import 'server-only';
import type { NotSignedIn } from '@/db/access/as-actor';
import { sealPlace } from './place';

export async function wayIn({ state, staffMemberId }: NotSignedIn): Promise<string> {
  if (!staffMemberId || (state !== 'covered' && state !== 'over')) return '/sign-in';
  const place = await sealPlace(staffMemberId);
  return `${state === 'covered' ? '/covered' : '/sign-in'}${place ? `?to=${place}` : ''}`;
}
