/** How long the server has not heard from this page, and how to ask it to stay. Nothing of it is kept anywhere but in the page. */

/** Fired on `window` whenever the server has just heard from this page: its stay is fresh again. */
export const HEARD = 'portal:heard';

export const WARN_AFTER_MS = 10 * 60_000;
/** The server has ended the stay by itself then. */
export const GONE_AFTER_MS = 15 * 60_000;

let heardAt = 0;

/** A page that slept finds out how long by the clock, not by counting. */
export const quietMs = () => Date.now() - heardAt;

/** Counts from now on, and again whenever the server is heard from. */
export function listenForStay(signal: AbortSignal): void {
  const hear = () => (heardAt = Date.now());
  hear();
  window.addEventListener(HEARD, hear, { signal });
}

/** Leaves for the sign-in. Without a connection there would be nothing there, and what was typed would be lost with the page. */
export function goToSignIn(): void {
  if (navigator.onLine) location.replace('/sign-in');
}

/** Asks the server whether this sign-in still holds, which keeps it fresh: only for someone who is there. */
export async function askToStay(): Promise<'stays' | 'ended' | 'notConnected'> {
  const answer = await fetch('/api/stay', {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  }).catch(() => null);
  if (answer?.ok) {
    window.dispatchEvent(new Event(HEARD));
    return 'stays';
  }
  return answer?.status === 401 ? 'ended' : 'notConnected';
}
