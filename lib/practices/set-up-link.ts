/** The link with which an empty installation is set up, once; a day later, or after another was issued, it no longer works. */
import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { asSystem } from '@/db/access/as-system';
import { insertSetUpLink, isSetUpLinkOpen } from '@/db/queries/accounts/set-up';
import { readEnv } from '@/lib/env';

export const hashOfSetUpToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The whole link, or null when there is a practice already. */
export async function issueSetUpLink(): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  const isMade = await asSystem('setUp', (tx) => insertSetUpLink(tx, hashOfSetUpToken(token)));
  return isMade ? new URL(`/set-up/${token}`, readEnv().appOrigin).href : null;
}

export const isOpenSetUpLink = (token: string): Promise<boolean> =>
  asSystem('setUp', (tx) => isSetUpLinkOpen(tx, hashOfSetUpToken(token)));
