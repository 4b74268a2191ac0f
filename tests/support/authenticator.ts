// An authenticator app, as a phone would be: codes from a key, never the same twice.
import { Secret, TOTP } from 'otpauth';

/** Codes for the key that a page shows. Each is of a later step than the one before; at most two can be had at a time. */
export function authenticator(key: string): { next: () => string } {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
  let last = 0;
  return {
    next() {
      last = Math.max(last + 1, Math.floor(Date.now() / 30_000) - 1);
      return totp.generate({ timestamp: last * 30_000 });
    },
  };
}
