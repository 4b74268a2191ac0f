/** Whether a form was sent from one of our own pages: Next runs an action without an Origin, and compares with a host that a client can spoof. */
import 'server-only';
import { readEnv } from './env';

export function isOwnOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  return headers.get('origin') === readEnv().appOrigin && (site === null || site === 'same-origin');
}
