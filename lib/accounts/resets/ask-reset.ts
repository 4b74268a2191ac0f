/** Staff ask for a new password by mail. The answer, and the work until it is given, are the same for any address. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { asSystem } from '@/db/access/as-system';
import { findMailOfReset, insertReset } from '@/db/queries/accounts/resets';
import { Refusal } from '@/lib/errors';
import { log } from '@/lib/log';
import { mailer } from '@/lib/mail/mailer';
import { tryReset } from '@/lib/rate-limits';
import { hashOfResetToken, resetToken } from './reset-token';

/** Answers the id of what was asked; `sendReset` it once the answer is on its way. Null where this address was asked for too often: it is told the same. */
export async function askReset({ email }: { email: string }, from: { address: string }): Promise<string | null> {
  const allowance = await tryReset(email, from.address);
  if (!allowance.isAllowed) {
    throw new Refusal(`Too many tries from here. Wait ${allowance.tryAgainInMinutes} minutes and try again.`);
  }
  const id = randomUUID();
  await asSystem('reset', (tx) => insertReset(tx, { id, tokenHash: hashOfResetToken(resetToken(id)), email }));
  return allowance.isMailAllowed ? id : null;
}

/** Never throws: nobody waits for it any more, and whoever gets no mail asks again. */
export async function sendReset(id: string | null): Promise<void> {
  if (id !== null) await sendTo(id, 'reset');
}

/** To the owner, that something was done: not what, which stands behind the sign-in. */
export async function tellOfReset(id: string): Promise<void> {
  await sendTo(id, 'look');
}

async function sendTo(id: string, kind: 'reset' | 'look'): Promise<void> {
  try {
    const to = await asSystem('reset', (tx) => findMailOfReset(tx, id));
    if (!to) return;
    const { email, ...words } = to;
    const link = kind === 'reset' ? (`/reset/${resetToken(id)}` as const) : '/sign-in';
    const result = await mailer().send({ id: `${id}.${kind}`, kind, to: email, link, ...words });
    if (!result.isSent) log.warn('mail not sent', { code: result.code });
  } catch (error) {
    log.error('mail not sent', error);
  }
}
