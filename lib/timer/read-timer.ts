/** The silent timer: a page for anyone, with or without a sign-in, that never tells the server who looks at it. */
import 'server-only';
import { redirect } from 'next/navigation';
import { asSystem } from '@/db/access/as-system';
import { readClockOf } from '@/db/queries/accounts/sign-ins';
import { hashOfToken } from '@/lib/accounts/sign-in-token';
import { signInToken } from '@/lib/actor';
import { timeIn } from '@/lib/format/dates';

const LONGEST = 90;

export type Timer = {
  minutes: number;
  /** For a browser without script, which can't count: "21:42". */
  endsAt: string;
};

/** Does not touch a sign-in: the timer keeps nobody signed in, and a lapsed sign-in does not end it. */
export async function readTimer(given: string | undefined): Promise<Timer> {
  const minutes = /^[1-9]\d?$/.test(given ?? '') ? Number(given) : null;
  if (minutes === null || minutes > LONGEST) redirect('/timer' as never);
  const token = await signInToken();
  const { now, zone } = await asSystem('signIn', (tx) => readClockOf(tx, token === null ? null : hashOfToken(token)));
  const end = new Date(now.getTime() + minutes * 60_000);
  return { minutes, endsAt: zone ? timeIn(end, zone) : `${timeIn(end, 'UTC')} UTC` };
}
