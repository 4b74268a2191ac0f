// A row of everything that hangs on an account: no one but the fixed functions reaches any of them.
import { randomUUID } from 'node:crypto';

type WithId = (table: string, row: Record<string, unknown>) => Promise<Record<string, unknown>>;

const BYTES = Buffer.from('00', 'hex');

export async function rowsOfAccount(
  insert: (table: string, row: Record<string, unknown>) => Promise<unknown>,
  withId: WithId,
  accountId: unknown,
) {
  const account = { account_id: accountId };
  await insert('recovery_codes', { ...account, code_hash: BYTES });
  const link = () => ({ ...account, token_hash: Buffer.from(randomUUID()), expires_at: new Date() });
  return {
    password_resets: await withId('password_resets', link()),
    half_sign_ins: await withId('half_sign_ins', link()),
    totp_factors: await withId('totp_factors', { ...account, secret: BYTES, last_step: 1 }),
    passkeys: await withId('passkeys', {
      ...account,
      name: 'Example phone',
      credential_id: randomUUID(),
      public_key: BYTES,
      counter: 0,
      transports: ['internal'],
    }),
    passkey_challenges: await withId('passkey_challenges', {
      ...account,
      challenge_hash: Buffer.from(randomUUID()),
      asked_in: randomUUID(),
      purpose: 'again',
      expires_at: new Date(),
    }),
    recovery_codes: account,
    account_notices: await withId('account_notices', { ...account, kind: 'passwordReset' }),
  };
}
