/** Column groups that every table shares: ids, times, sealed text, closed lists of words. */
import { sql, type SQL } from 'drizzle-orm';
import { type AnyPgColumn, check, customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A random id: version 4, because the time inside a version 7 would tell when a row was made. */
export const id = () =>
  uuid('id')
    .primaryKey()
    .default(sql`gen_random_uuid()`);

export const practiceId = () => uuid('practice_id').notNull();

/** An instant, set from the installation's own clock. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const madeAt = (name = 'created_at') =>
  at(name)
    .notNull()
    .default(sql`auth.now()`);

/** Sealed text: format, key id, nonce, ciphertext and tag in one value (lib/sealed). */
export const sealed = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
export const bytes = sealed;

/** A closed list of words. Not an enum type: its comparison is not leakproof, so an index could not be used under a policy. */
export const oneOf = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, inList(column, words));

/** What a person signs in with: an e-mail address, or a user name drawn by lot (lib/accounts/user-name.ts), which tells nothing of anyone. */
export const oneLogin = (name: string, email: AnyPgColumn, userName: AnyPgColumn) =>
  check(name, sql`num_nonnulls(${email}, ${userName}) = 1 and ${userName} ~ '^[a-z]{2}[2-9](-[a-z]{2}[2-9]){2}$'`);

const inList = (column: AnyPgColumn, words: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(words.map((w) => `'${w}'`).join(', '))})`;
