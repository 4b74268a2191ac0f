/** What a page sends in the background, as JSON: the same checks as an action's (origin by route(), actor, input, one transaction), and an answer for a script. */
import 'server-only';
import type { z } from 'zod';
import { type ActorTx, asActor, NotSignedIn, type Way } from '@/db/access/as-actor';
import type { Door } from './action';
import { signInToken } from './actor';
import { NotFound, Refusal } from './errors';

type Options<I> = {
  /** For a sign-in that only lapsed: returns whether it could still be done. Without it, nothing is. */
  whenIdle?: (token: string, input: I) => Promise<boolean>;
  /** Whether it is a sign of somebody being there; it is, unless said otherwise. */
  way?: (input: I) => Way;
};

/** To be wrapped: `export const POST = route(sentJson('portal', schema, verb))`. */
export function sentJson<S extends z.ZodType>(
  door: Exclude<Door, 'entry'>,
  schema: S,
  verb: (tx: ActorTx, input: z.output<S>) => Promise<Record<string, unknown> | void>,
  { whenIdle, way }: Options<z.output<S>> = {},
): (request: Request) => Promise<Response> {
  return async (request) => {
    const sent: unknown = await request.json().catch(() => undefined);
    const parsed = await schema.safeParseAsync(sent);
    if (!parsed.success) return answer(422, { message: parsed.error.issues[0]?.message ?? 'This could not be read.' });
    const token = await signInToken();
    if (!token) return answer(401, { state: 'none' });
    try {
      const act = async (tx: ActorTx) => {
        if ((door === 'portal') !== (tx.actor.partnerId !== null)) throw new NotFound();
        return verb(tx, parsed.data);
      };
      const done = await asActor(token, act, way?.(parsed.data));
      return answer(200, done ?? {});
    } catch (error) {
      if (error instanceof NotSignedIn) {
        const isKept = error.state === 'idle' && whenIdle ? await whenIdle(token, parsed.data) : false;
        return answer(401, { state: error.state, isKept });
      }
      if (error instanceof NotFound) return answer(404, {});
      if (error instanceof Refusal) return answer(422, { message: error.message, fields: error.fields });
      throw error;
    }
  };
}

const answer = (status: number, body: Record<string, unknown>) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
