/** Couples by their label, for the palette: of one's own care teams alone, a few of them, and not one name. */
import 'server-only';
import { type ActorTx, asActor, NotSignedIn } from '@/db/access/as-actor';
import { noteListing } from '@/db/queries/audit';
import { listLabels } from '@/db/queries/lists/couple-labels';
import { signInToken } from '@/lib/actor';
import { findLabelsInput } from './schema';

type FoundCouple = { id: string; label: string };
const MOST = 8;

/** Nobody to care for, nothing found: who is in no care team gets an empty list. */
export async function findLabels(tx: ActorTx, words: string): Promise<FoundCouple[]> {
  if (words === '') return [];
  const found = await listLabels(tx, words, MOST);
  await noteListing(tx, 'caseload');
  return found;
}

export async function answerCoupleLabels(body: unknown): Promise<{ status: number; couples: FoundCouple[] }> {
  const parsed = findLabelsInput.safeParse(body);
  if (!parsed.success) return { status: 422, couples: [] };
  const token = await signInToken();
  if (!token) return { status: 401, couples: [] };
  try {
    const couples = await asActor(token, async (tx) =>
      tx.actor.staffMemberId === null ? null : findLabels(tx, parsed.data.words),
    );
    return couples ? { status: 200, couples } : { status: 404, couples: [] };
  } catch (error) {
    if (error instanceof NotSignedIn) return { status: 401, couples: [] };
    throw error;
  }
}
