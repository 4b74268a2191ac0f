/** Two accounts of one address with one password would be one at the sign-in: Postgres holds them apart (accounts_by_email, accounts_by_user_name). */
import 'server-only';
import { DatabaseFault, withoutContent } from '@/db/access/fault';

export const USED_BEFORE = 'This password was used before, and someone else may know it. Choose another.';

const APART = new Set(['accounts_by_email', 'accounts_by_user_name']);

export function isPasswordTaken(error: unknown): boolean {
  const fault = withoutContent(error);
  return fault instanceof DatabaseFault && APART.has(fault.constraint ?? '');
}
