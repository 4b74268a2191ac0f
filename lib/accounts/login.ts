/** What a person signs in with, an e-mail address or a user name, in the form in which it is kept. */
import 'server-only';
import { email } from './schema';
import { plainUserName } from './user-name';

/** Null for what can be neither. */
export function plainLogin(typed: string): string | null {
  if (!typed.includes('@')) return plainUserName(typed);
  const parsed = email.safeParse(typed);
  return parsed.success ? parsed.data : null;
}
