// An authenticator app, as a phone would be: codes from a key, never the same twice.
import { Secret, TOTP } from 'otpauth';

/** Codes for the key that a page shows: of now, then of the next step, which is taken as well. A third waits for the clock. */
export function authenticator(key: string): { next: () => string } {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
  let last = 0;
  return {
    next() {
      last = Math.max(last + 1, Math.floor(Date.now() / 30_000));
      return totp.generate({ timestamp: last * 30_000 });
    },
  };
}
