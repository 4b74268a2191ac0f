import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Whose address a request comes from, for rate limits alone. The last entry is the one that the nearest server wrote: the
 * reverse proxy in front, or writeTrueAddresses where there can be none. Entries before it are whatever a client claimed.
 */
export function addressOf(headers: Headers): string {
  const entries = (headers.get('x-forwarded-for') ?? '').split(',');
  return entries[entries.length - 1]?.trim().slice(0, 64) || 'unknown';
}

/**
 * Where no proxy stands in front, nobody else writes whose address it is, and Next keeps what a client claims: whoever claims another one
 * each time would have as many tries as they like. So the connection's own is written in its place.
 */
export function writeTrueAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    headers['x-forwarded-for'] = socket.remoteAddress ?? 'unknown';
  });
}
