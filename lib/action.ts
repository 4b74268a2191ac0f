/** The only way to make a server action: origin, actor, input, one transaction, one effect a key, and words for what goes wrong. */
import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { actAsActor, type Actor, type ActorTx, asActor, NotSignedIn } from '@/db/access/as-actor';
import { claimKey, settleKey } from '@/db/queries/idempotency';
import type { FindAction, FindState, FormAction, FormState } from './action-state';
import { areNamesShielded, signInToken } from './actor';
import { NotFound, Refusal } from './errors';
import { faultsByField, fieldsOf, nested, typedOf } from './form-input';
import { log } from './log';
import { isOwnOrigin } from './origin';

/** Whose action it is: staff, a partner, or anyone who has not signed in yet. */
export type Door = 'clinic' | 'portal' | 'entry';

/** What a verb answers: where to go, or a sentence of what was done. `after` runs once the transaction is committed (mail). */
export type Answer = { redirectTo?: string; message?: string; after?: () => Promise<unknown> };
type Kept = { redirectTo?: string; message?: string };

const WORDS = {
  origin:
    'This did not come from a page of this site, so nothing was done. Go back to the page, reload it and send it again.',
  signedOut:
    'You were signed out after a while without activity. What you typed is still here. Sign in again in another tab, then send this again.',
  covered:
    'The screen was covered, so nothing was done. What you typed is still here. Lift the cover with your password, then send this again.',
  elsewhere:
    'This page was opened in another sign-in than the one this browser has now, so nothing was done. What you typed is still here: copy it, and open the page again where it belongs.',
  factor: 'First set up your second step for signing in. What you typed is still here.',
  check: 'Not saved yet: please look at the marked fields. Everything you typed is still here.',
  key: 'This form was already sent with other content. What you typed is still here: reload the page and send it again.',
  gone: 'This is no longer there, or not open to you. Nothing was changed.',
  fault: (id: string) =>
    `Something went wrong on our side and nothing was changed. What you typed is still here. Please try again; if it stays, tell the practice this number: ${id}.`,
};

/**
 * A server action for a form of staff or of a partner. `verb` runs in the actor's transaction, after the form's key is claimed in it.
 */
export function action<S extends z.ZodType>(
  door: 'clinic' | 'portal',
  schema: S,
  verb: (tx: ActorTx, input: z.output<S>) => Promise<Answer | void>,
  { opensWithoutFactor = false } = {},
): FormAction {
  return guarded(door, schema, async (input, form, bodyHash) => {
    const token = await signInToken();
    if (!token) throw new NotSignedIn('none');
    const key = formKey(form);
    let after: Answer['after'];
    const kept = await actAsActor(token, {
      first: (rows) => claimKey(rows, key, bodyHash),
      work: async (tx, before): Promise<Kept> => {
        if ((door === 'portal') !== (tx.actor.partnerId !== null)) throw new NotFound();
        if (tx.actor.needsFactor && !opensWithoutFactor) throw new Refusal(WORDS.factor);
        checkWhose(form, tx.actor);
        if (before?.refused) throw new Refusal(WORDS.key);
        if (before) return before;
        const { after: later, ...answer } = (await verb(tx, input)) ?? {};
        after = later;
        return answer;
      },
      last: (rows, answer) => settleKey(rows, key, answer),
    });
    await after?.();
    return kept;
  });
}

/** A server action for someone who has not signed in: its verb opens the system's transaction itself. */
export function entryAction<S extends z.ZodType>(
  schema: S,
  verb: (input: z.output<S>) => Promise<Answer | void>,
): FormAction {
  return guarded('entry', schema, async (input) => {
    const { after, ...answer } = (await verb(input)) ?? {};
    await after?.();
    return answer;
  });
}

/**
 * A server action that looks something up and changes nothing but the audit. What is looked for travels in the body and what was found
 * in the answer: neither stands in an address or a log, and nothing of it is kept.
 */
export function finding<S extends z.ZodType, F>(
  door: 'clinic' | 'portal',
  schema: S,
  find: (tx: ActorTx, input: z.output<S>) => Promise<F>,
): FindAction<F> {
  return async (_before: unknown, sent: unknown): Promise<FindState<F>> => {
    const tried = await attempt(door, schema, sent, async (input) => {
      const token = await signInToken();
      if (!token) throw new NotSignedIn('none');
      const isShielded = await areNamesShielded();
      return asActor(token, async (tx) => {
        if ((door === 'portal') !== (tx.actor.partnerId !== null)) throw new NotFound();
        if (tx.actor.needsFactor) throw new Refusal(WORDS.factor);
        tx.actor.areNamesShielded = isShielded;
        return find(tx, input);
      });
    });
    return 'refused' in tried ? tried.refused : { status: 'found', found: tried.answer, typed: tried.typed };
  };
}

function guarded<S extends z.ZodType>(
  door: Door,
  schema: S,
  act: (input: z.output<S>, form: FormData, bodyHash: Buffer) => Promise<Kept>,
): FormAction {
  return async (state: unknown, sent?: unknown) => {
    // A form that keeps no state comes alone when it is sent before its page's script is there.
    const tried = await attempt(door, schema, sent ?? state, act);
    if ('refused' in tried) return tried.refused;
    if (tried.answer.redirectTo) redirect(tried.answer.redirectTo as never);
    // The page that stays shows what now is.
    refresh();
    return { status: 'done', message: tried.answer.message };
  };
}

type Typed = Record<string, string | string[]>;

/** Origin, input, the act itself, and words for what goes wrong. */
async function attempt<S extends z.ZodType, A>(
  door: Door,
  schema: S,
  form: unknown,
  act: (input: z.output<S>, form: FormData, bodyHash: Buffer) => Promise<A>,
): Promise<{ refused: FormState & { status: 'refused' } } | { answer: A; typed: Typed }> {
  if (!(form instanceof FormData)) return { refused: refused(WORDS.origin, {}, {}) };
  const fields = fieldsOf(form);
  const typed = typedOf(fields);
  try {
    await checkOrigin();
    const parsed = await schema.safeParseAsync(nested(fields));
    if (!parsed.success) return { refused: refused(WORDS.check, faultsByField(parsed.error), typed) };
    return { answer: await act(parsed.data, form, hashOf(fields)), typed };
  } catch (error) {
    if (error instanceof Refusal) return { refused: refused(error.message, { ...error.fields }, typed) };
    if (error instanceof NotSignedIn) return { refused: notSignedIn(error, typed) };
    if (error instanceof NotFound) {
      log.info('not open', { door });
      return { refused: refused(WORDS.gone, {}, typed) };
    }
    const requestId = randomUUID().slice(0, 8);
    log.error('action failed', error, { requestId, door });
    return { refused: refused(WORDS.fault(requestId), {}, typed) };
  }
}

const notSignedIn = ({ state }: NotSignedIn, typed: Typed): FormState & { status: 'refused' } =>
  state === 'covered' ? { ...refused(WORDS.covered, {}, typed), isCovered: true } : refused(WORDS.signedOut, {}, typed);

const refused = (message: string, fields: Record<string, string>, typed: Typed): FormState & { status: 'refused' } => ({
  status: 'refused',
  message,
  fields,
  typed,
});

/** Next runs an action that came without an Origin, and one whose forged forwarded host agrees with an evil Origin. */
async function checkOrigin(): Promise<void> {
  if (isOwnOrigin(await headers())) return;
  log.warn('refused', { door: 'action' });
  throw new Refusal(WORDS.origin);
}

/** Against a mistake, not an attack: what one types for one place must not be sent from another (components/ui/form/whose.tsx). */
function checkWhose(form: FormData, { partnerId, staffMemberId }: Actor): void {
  const whose = form.get('whose');
  if (whose !== null && whose !== (partnerId ?? staffMemberId)) throw new Refusal(WORDS.elsewhere);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function formKey(form: FormData): string {
  const key = form.get('key');
  if (typeof key !== 'string' || !UUID.test(key)) throw new Refusal(WORDS.key);
  return key;
}

function hashOf(fields: Record<string, string | string[]>): Buffer {
  // A hash without salt would give a password away to whoever steals the database.
  const entries = Object.entries(fields)
    .filter(([name]) => !/password/i.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest();
}
