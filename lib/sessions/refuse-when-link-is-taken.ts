/** One video link per session: a link that somebody was given once would let them into the sessions of others. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { isLinkTaken } from '@/db/queries/sessions';
import { Refusal } from '@/lib/errors';

export async function refuseWhenLinkIsTaken(
  tx: ActorTx,
  link: string | undefined,
  exceptSessionId?: string,
): Promise<void> {
  if (!link || !(await isLinkTaken(tx, link, exceptSessionId))) return;
  throw new Refusal('Not saved yet: please look at the marked field. Everything you typed is still here.', {
    videoLink: 'Another appointment has this link, and whoever came there knows it. Make a new one.',
  });
}
