/** A reset's link is derived from its id by the installation's invitation key, so that a mail can be made from the id alone and a dump opens nothing. */
import 'server-only';
import { createHash, createHmac } from 'node:crypto';
import { readEnv } from '@/lib/env';

export const resetToken = (id: string): string =>
  createHmac('sha256', readEnv().keys.invitationKey).update(`reset|${id}`).digest('base64url');

export const hashOfResetToken = (token: string): Buffer => createHash('sha256').update(token).digest();
