/**
 * Over plain http no proxy stands in front to write whose address it is, and Next keeps what a client claims: whoever claims another address
 * each time would have as many tries as they like. So the connection's own is written in its place.
 */
import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

export function writeTrueAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    headers['x-forwarded-for'] = socket.remoteAddress ?? 'unknown';
  });
}
