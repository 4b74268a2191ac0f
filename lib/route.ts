/** The only way to make a route handler that changes something: own pages alone may call it, and a fault says nothing of its content. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { log } from './log';
import { isOwnOrigin } from './origin';

/** How much a request may bring: Next holds actions to a megabyte and route handlers to nothing. */
export const LARGEST_BODY = 1_000_000;

/** Also of a length that is not said: nothing of ours sends it so. */
export const isTooLarge = (headers: Headers): boolean =>
  headers.has('transfer-encoding') || Number(headers.get('content-length') ?? 0) > LARGEST_BODY;

type Handler<C> = (request: Request, context: C) => Promise<Response>;

export function route<C = unknown>(handle: Handler<C>): Handler<C> {
  return async (request, context) => {
    if (request.method !== 'GET' && !isOwnOrigin(request.headers))
      return refused(403, 'This did not come from a page of this site.');
    if (request.method !== 'GET' && isTooLarge(request.headers)) return refused(413, 'This is too much at once.');
    try {
      return await handle(request, context);
    } catch (error) {
      const requestId = randomUUID().slice(0, 8);
      log.error('route failed', error, { requestId });
      return plain(500, `Something went wrong on our side. If it stays, quote ${requestId}.`);
    }
  };
}

function refused(status: number, text: string): Response {
  log.warn('refused', { door: 'route', status });
  return plain(status, text);
}

const plain = (status: number, text: string) =>
  new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } });
