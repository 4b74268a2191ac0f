/** From the server, what is to be signed; from the device, its answer as the text that a form sends. Runs in the browser alone. */

/** Its message is a sentence for the person. */
export class PasskeyFault extends Error {}

const OVER = {
  signIn: 'This took too long. Go back to the sign-in and begin again.',
  other: 'You were signed out. Sign in again in another tab, then press this again.',
};

export async function askDevice(purpose: 'add' | 'again' | 'signIn', asked: Record<string, unknown>): Promise<string> {
  const optionsJSON = await optionsFor(purpose, asked);
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser');
  try {
    const answer =
      purpose === 'add' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON });
    return JSON.stringify(answer);
  } catch (error) {
    throw new PasskeyFault(sentence(error instanceof Error ? error.name : ''));
  }
}

async function optionsFor(purpose: 'add' | 'again' | 'signIn', asked: Record<string, unknown>) {
  const sent = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...asked, purpose }),
  };
  const response = await fetch('/api/passkeys', sent).catch(() => null);
  if (!response) throw new PasskeyFault('Not connected. Try again when you are back online.');
  const body = (await response.json().catch(() => ({}))) as { message?: string };
  if (response.ok) return body as never;
  if (response.status === 401) throw new PasskeyFault(purpose === 'signIn' ? OVER.signIn : OVER.other);
  throw new PasskeyFault(body.message ?? 'Something went wrong on our side. Try again in a moment.');
}

function sentence(name: string): string {
  if (name === 'InvalidStateError') return 'This device holds one of your passkeys already.';
  if (name === 'NotAllowedError' || name === 'AbortError')
    return 'Your device gave no passkey. Try again, or take another way.';
  return 'Your device could not do this. Take another way.';
}
