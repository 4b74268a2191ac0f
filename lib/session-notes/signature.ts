import 'server-only';
import type { Actor } from '@/lib/actor';

/** "Tess Example, LMFT": as it stands under a note for good, whatever the name becomes later. */
export function signatureOf(actor: Pick<Actor, 'name' | 'credential'>): string {
  return [actor.name, actor.credential].filter(Boolean).join(', ');
}
