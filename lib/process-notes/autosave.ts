/** The autosave of a process note: what arrives by fetch from a page that may be closing, and what it is answered. */
import 'server-only';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { signInToken } from '@/lib/actor';
import { NotFound, Refusal } from '@/lib/errors';
import { saveProcessNote } from './save-process-note';
import { type ProcessSaveReply, saveProcessNoteInput } from './schema';

export async function autosaveProcessNote(body: unknown): Promise<{ status: number; reply: ProcessSaveReply }> {
  const refused = (status: number, reason: string) => ({ status, reply: { state: 'refused' as const, reason } });
  const parsed = saveProcessNoteInput.safeParse(body);
  if (!parsed.success) return refused(422, parsed.error.issues[0]?.message ?? 'This could not be read.');
  const token = await signInToken();
  const signedOut = refused(
    401,
    'You were signed out. Your text is still here: sign in again in another tab, then retry.',
  );
  const covered = refused(401, 'The screen is covered. Your text is still here and is saved once it is lifted.');
  if (!token) return signedOut;
  try {
    const { savedAt, ...saved } = await asActor(token, (tx) => saveProcessNote(tx, parsed.data), 'byItself');
    return { status: 200, reply: { ...saved, savedAt: savedAt.toISOString() } };
  } catch (error) {
    if (error instanceof NotSignedIn) return error.state === 'covered' ? covered : signedOut;
    if (error instanceof NotFound)
      return refused(404, 'This note is no longer open to you. Your text is still here: copy it.');
    if (error instanceof Refusal) return refused(422, error.message);
    throw error;
  }
}
