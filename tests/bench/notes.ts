// Drafts of session notes, begun and written by the product's own verbs, and what saving one costs.
import { randomUUID } from 'node:crypto';
import { asActor } from '@/db/access/as-actor';
import { openDatabase } from '@/db/access/open-database';
import { closePool } from '@/db/client';
import { saveNote } from '@/lib/session-notes/save-note';
import { startNote } from '@/lib/session-notes/start-note';
import type { TestApp } from '../support/app';
import type { Practice } from './seed';
import { statementsOf } from './statements';
import type { PageSubject } from './subjects';

/** Beside begin and commit. */
export const MOST_OF_A_SAVE = 3;

export type DraftInBench = { coupleId: string; noteId: string };

/** One draft for each couple of the therapist, after a session that was noted before it. */
export async function writeDrafts(app: TestApp, { therapist, couples }: Practice): Promise<DraftInBench[]> {
  openDatabase(app.database.appUrl);
  const drafts: DraftInBench[] = [];
  for (const { coupleId } of couples) {
    const { rows } = await app.owner.query<{ id: string }>(
      `select id from sessions where couple_id = $1 and starts_at < auth.now() order by starts_at desc limit 2`,
      [coupleId],
    );
    for (const { id } of rows.toReversed())
      await asActor(therapist.token, async (tx) => {
        const { noteId } = await startNote(tx, { sessionId: id, format: 'DAP' });
        const sections = {
          data: 'Both attended. '.repeat(40),
          assessment: 'It holds. '.repeat(20),
          plan: '- The next step',
        };
        await saveNote(tx, { noteId, version: 1, sections, isResolving: false });
        if (id === rows[0]!.id) drafts.push({ coupleId, noteId });
      });
  }
  await closePool();
  return drafts;
}

export const noteSubject = ({ therapist: { token } }: Practice, drafts: DraftInBench[]): PageSubject => ({
  name: 'A note with its context',
  visits: drafts.map(({ coupleId, noteId }) => ({ path: `/couples/${coupleId}/notes/${noteId}`, token })),
  leastShare: 0.3,
  mostStatements: 3,
  mostScript: 95,
});

/** Statements of one autosave that changes the text. */
export async function statementsOfASave(app: TestApp, { therapist }: Practice, { noteId }: DraftInBench) {
  const window = randomUUID();
  let version = 2;
  let typed = 0;
  return statementsOf(app, {
    path: '/api/note-drafts',
    token: therapist.token,
    sends: {
      body: () => ({ noteId, version, sections: { data: `typed ${(typed += 1)}`, assessment: '', plan: '' }, window }),
      heard: (reply) => (version = (reply as { version?: number }).version ?? version),
    },
  });
}
