// Where a person may go whose account opens several places: asked at the door, between the right password and the sign-in.
import { sql } from 'drizzle-orm';
import type { SystemTx } from '../../access/as-system';

type SignInTx = SystemTx<'signIn'>;

/** A right password, and factor where there is one, that waits for where to go. */
export type Choice = {
  id: string;
  accountId: string;
  login: string;
  places: { id: string; isWork: boolean; title: string; word: string | null }[];
};

export async function findChoice(tx: SignInTx, tokenHash: Buffer): Promise<Choice | null> {
  const { rows } = await tx.db.execute<{ choice: Choice | null }>(sql`select auth.read_choice(${tokenHash}) as choice`);
  return rows[0]?.choice ?? null;
}

/** By place; one without a word has none. False once the choice is over. */
export async function nameChoices(tx: SignInTx, tokenHash: Buffer, words: Record<string, string>): Promise<boolean> {
  const { rows } = await tx.db.execute<{ done: boolean | null }>(
    sql`select auth.name_places(${tokenHash}, ${JSON.stringify(words)}::jsonb) as done`,
  );
  return rows[0]?.done ?? false;
}
