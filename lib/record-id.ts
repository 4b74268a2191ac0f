/** An id from an address: what is none leads nowhere, like one that is someone else's. */
import 'server-only';
import { NotFound } from './errors';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function recordId(text: unknown): string {
  if (typeof text !== 'string' || !UUID.test(text)) throw new NotFound();
  return text;
}
