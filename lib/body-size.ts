/** How much a request may bring: Next holds actions to a megabyte and route handlers to nothing. */
import 'server-only';

export const LARGEST_BODY = 1_000_000;

/** Also of a length that is not said: nothing of ours sends it so. */
export function isTooLarge(headers: Headers): boolean {
  return headers.has('transfer-encoding') || Number(headers.get('content-length') ?? 0) > LARGEST_BODY;
}
