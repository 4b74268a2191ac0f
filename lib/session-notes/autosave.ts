/** The autosave of a note: what arrives by fetch from a page that may be closing, and what it is answered. */
import 'server-only';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { signInToken } from '@/lib/actor';
import { NotFound, Refusal } from '@/lib/errors';
import { saveNote } from './save-note';
import { saveNoteInput, type SaveReply } from './schema';

/** Answers with a status for HTTP and a reply without content but, on a conflict, what its author and co-authors may read: the two texts. */
export async function autosaveNote(body: unknown): Promise<{ status: number; reply: SaveReply }> {
  const refused = (status: number, reason: string) => ({ status, reply: { state: 'refused' as const, reason } });
  const parsed = saveNoteInput.safeParse(body);
  if (!parsed.success) return refused(422, parsed.error.issues[0]?.message ?? 'This could not be read.');
  const token = await signInToken();
  const signedOut = refused(
    401,
    'You were signed out. Your text is still here: sign in again in another tab, then retry.',
  );
  const covered = refused(401, 'The screen is covered. Your text is still here and is saved once it is lifted.');
  if (!token) return signedOut;
  try {
    const { isCovered, ...saved } = await asActor(
      token,
      async (tx) => ({ ...(await saveNote(tx, parsed.data)), isCovered: tx.actor.isCovered }),
      'byItself',
    );
    if (saved.state === 'signed') return { status: 409, reply: { state: 'signed', keptId: saved.keptId } };
    const { version } = saved;
    const savedAt = saved.savedAt.toISOString();
    if (saved.state === 'saved') return { status: 200, reply: { state: 'saved', version, savedAt } };
    // A covered screen may still bring what was typed on it, and reads nothing: the other text waits until it is lifted.
    if (isCovered) return covered;
    const { sections, format } = saved;
    return {
      status: 409,
      reply: {
        state: 'conflict',
        version,
        savedAt,
        sections,
        format: { id: format.id, version: format.version },
      },
    };
  } catch (error) {
    if (error instanceof NotSignedIn) return error.state === 'covered' ? covered : signedOut;
    if (error instanceof NotFound)
      return refused(404, 'This note is no longer open to you. Your text is still here: copy it.');
    if (error instanceof Refusal) return refused(422, error.message);
    throw error;
  }
}
