import 'server-only';

/**
 * Whose address a request comes from, for rate limits alone. The last entry is the one that the nearest server wrote: the
 * reverse proxy in front, or Next itself. Entries before it are whatever a client claimed.
 */
export function addressOf(headers: Headers): string {
  const entries = (headers.get('x-forwarded-for') ?? '').split(',');
  return entries[entries.length - 1]?.trim().slice(0, 64) || 'unknown';
}
