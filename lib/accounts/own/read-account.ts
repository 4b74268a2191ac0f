/** What staff see of their own account: their sign-ins by day and kind of device, never an address. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { hasFactor, readMyFactors } from '@/db/queries/accounts/factors';
import { type AccountNotice, hearNotices, listMySignIns } from '@/db/queries/my-settings/my-devices';
import { weekdayAndDay } from '@/lib/format/dates';

export type SignInLine = { id: string; device: string; days: string; state: 'this' | 'in' | 'ended'; formKey: string };

export async function readAccount(tx: ActorTx) {
  const lines = await listMySignIns(tx);
  const day = (on: string) => weekdayAndDay(on, tx.actor.today);
  const signIns = lines.map(({ id, device, on, lastOn, isThis, endedOn }): SignInLine => ({
    id,
    device,
    days: [day(on), lastOn === on ? '' : `last on ${day(lastOn)}`].filter(Boolean).join(', '),
    state: isThis ? 'this' : endedOn === null ? 'in' : 'ended',
    formKey: randomUUID(),
  }));
  return {
    signIns,
    hasFactor: hasFactor(await readMyFactors(tx)),
    formKeys: { password: randomUUID(), devices: randomUUID() },
  };
}

/** Said once: whoever opens the page has read it. */
export async function readNews(tx: ActorTx): Promise<AccountNotice[]> {
  const heard = await hearNotices(tx);
  return heard.map(({ kind, on }) => ({ kind, on: weekdayAndDay(on, tx.actor.today) }));
}
