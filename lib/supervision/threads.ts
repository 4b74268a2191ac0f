/** What the author of a note and a supervisor write to each other about it: theirs alone, beside the record. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findNote, type NoteRow } from '@/db/queries/session-notes';
import { findSignedNote, insertComment, listComments, listSupervisedLines } from '@/db/queries/supervision/queue';
import { listSupervisions } from '@/db/queries/supervision/supervisions';
import { NotFound } from '@/lib/errors';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { commentRef } from '@/lib/session-notes/note-text';
import type { CommentInput } from '@/lib/session-notes/schema';

export type Thread = {
  supervisorId: string;
  comments: { id: string; author: string; isMine: boolean; writtenAt: Date; text: string }[];
};

type Placed = Pick<NoteRow, 'id' | 'practiceId' | 'coupleId' | 'partnerId' | 'kind'>;

/** Those of this note the asker is one of the two in. One statement. */
export async function readThreads(tx: ActorTx, keyring: Keyring, note: Placed): Promise<Thread[]> {
  const threads = new Map<string, Thread>();
  for (const row of await listComments(tx, note.id)) {
    const thread = threads.get(row.supervisorId) ?? { supervisorId: row.supervisorId, comments: [] };
    thread.comments.push({
      id: row.id,
      author: row.author,
      isMine: row.authorId === tx.actor.staffMemberId,
      writtenAt: row.writtenAt,
      text: keyring.open(commentRef(note, row.id), row.text),
    });
    threads.set(row.supervisorId, thread);
  }
  return [...threads.values()];
}

/** The supervisor's word, on a note in their sight. */
export async function commentAsSupervisor(tx: ActorTx, input: CommentInput) {
  const [line] = await listSupervisedLines(tx, input.noteId);
  const note = line && (await findSignedNote(tx, input.noteId));
  const me = tx.actor.staffMemberId;
  if (!note || !me) throw new NotFound();
  await putComment(tx, note, { supervisorId: me, superviseeId: note.authorId, text: input.text });
  return { redirectTo: `/supervision/${note.id}` };
}

/** The author's answer, to a supervisor of theirs. */
export async function commentAsAuthor(tx: ActorTx, input: CommentInput) {
  const found = await findNote(tx, input.noteId);
  const me = tx.actor.staffMemberId;
  if (!found || !me || found.note.authorId !== me) throw new NotFound();
  const mine = await listSupervisions(tx, me);
  if (!mine.some(({ superviseeId, supervisorId }) => superviseeId === me && supervisorId === input.supervisorId))
    throw new NotFound();
  await putComment(tx, found.note, { supervisorId: input.supervisorId!, superviseeId: me, text: input.text });
  return { redirectTo: `/couples/${found.note.coupleId}/notes/${found.note.id}` };
}

export async function putComment(
  tx: ActorTx,
  note: Placed,
  { supervisorId, superviseeId, text }: { supervisorId: string; superviseeId: string; text: string },
): Promise<void> {
  const id = randomUUID();
  const keyring = await keyringFor(tx, [note.coupleId]);
  await insertComment(tx, {
    id,
    practiceId: note.practiceId,
    coupleId: note.coupleId,
    noteId: note.id,
    supervisorId,
    superviseeId,
    authorId: tx.actor.staffMemberId!,
    text: keyring.seal(commentRef(note, id), text.trim()),
    writtenAt: tx.actor.now,
  });
  await writeAudit(tx, {
    act: 'added',
    recordKind: 'noteComment',
    recordId: note.id,
    coupleId: note.coupleId,
    concernsPartnerId: note.partnerId,
  });
}
