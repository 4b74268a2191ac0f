/** The only way to make a page: everything the page and its frame need is read, in one transaction wherever it can be, and only then is the first byte made. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { type Actor, type ActorRows, type ActorTx, asActor, NotSignedIn, readAsActor } from '@/db/access/as-actor';
import { wayIn } from './accounts/curtain/way-in';
import { areNamesShielded, signInToken } from './actor';
import { NotFound } from './errors';
import { log } from './log';

export type Asked = { params: Record<string, string>; search: Record<string, string | string[] | undefined> };
type Props = {
  params: Promise<Record<string, string | string[] | undefined>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What a view gets besides its data: who is looking, and a fresh key for the forms on the page. */
type Seen<D> = { data: D; actor: Actor; formKey: string };

type SignedInPage<D, A> = {
  door: 'clinic' | 'portal';
  /** Where someone sets up the second factor that the practice wants: until then, every other page leads there. */
  opensWithoutFactor?: boolean;
  /** Statements that wait for nothing, not even for who is asking: they need no round trip of their own. */
  ask?: (rows: ActorRows, asked: Asked) => Promise<A>;
  /** What the page shows, from their answers or from statements of its own. */
  read: (tx: ActorTx, asked: Asked, answers: A) => Promise<D>;
  view: (seen: Seen<D>) => ReactNode | Promise<ReactNode>;
};
type EntryPage<D> = {
  door: 'entry';
  read: (asked: Asked) => Promise<D>;
  view: (seen: { data: D; formKey: string }) => ReactNode | Promise<ReactNode>;
};

class NeedsFactor extends Error {}

/**
 * A page of staff (`clinic`), of a partner (`portal`) or of someone not signed in (`entry`). A reader that throws NotFound, and a
 * person at the wrong door, get the same answer: not found in the clinic, the partner's first page in the portal (whose pages work
 * without JavaScript, which Next's not-found page needs).
 */
export function page<D, A = undefined>(made: SignedInPage<D, A> | EntryPage<D>) {
  return async function Page(props: Props): Promise<ReactNode> {
    const asked: Asked = { params: onlyTexts(await props.params), search: await props.searchParams };
    if (made.door === 'entry') return made.view({ data: await made.read(asked), formKey: randomUUID() });
    const token = await signInToken();
    if (!token) redirect('/sign-in');
    const isShielded = await areNamesShielded();
    let seen: Seen<D>;
    try {
      const read = async (tx: ActorTx, answers: A): Promise<Seen<D>> => {
        if ((made.door === 'portal') !== (tx.actor.partnerId !== null)) throw new NotFound();
        if (tx.actor.needsFactor && !made.opensWithoutFactor) throw new NeedsFactor();
        tx.actor.areNamesShielded = isShielded;
        return { data: await made.read(tx, asked, answers), actor: tx.actor, formKey: randomUUID() };
      };
      const { ask } = made;
      seen = ask
        ? await readAsActor(token, (rows) => ask(rows, asked), read)
        : await asActor(token, (tx) => read(tx, undefined as A));
    } catch (error) {
      if (error instanceof NotSignedIn) redirect((await wayIn(error)) as never);
      if (error instanceof NeedsFactor) redirect('/settings/account/second-step');
      if (error instanceof NotFound) {
        log.info('not open', { door: made.door });
        return made.door === 'portal' ? redirect('/') : notFound();
      }
      throw error;
    }
    return made.view(seen);
  };
}

function onlyTexts(params: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
}
