/** The decision step: what happens to a joint note that not every partner authorized. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { listWholeNotes } from '@/db/queries/finding/whole-notes';
import { insertDecision } from '@/db/queries/releases/record-releases';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { openWholeNotes, type WholeNote } from '@/lib/find-notes/whole-note';
import { isFinal } from '@/lib/format/notes/note-status';
import { recordId } from '@/lib/record-id';
import { type OfRelease, type OpenRelease, openRelease, pageOfRelease } from './open-release';
import { passagesOf, withoutPassages } from './passages';
import type { DecideNoteInput } from './schema';
import { type DecisionRecord, decisionRef } from './sealed-places';

/** A signed joint note of this couple, in passages. */
export async function openJointNote({ tx, couple, keyring, release }: OpenRelease, noteId: unknown) {
  const [row] = await listWholeNotes(tx, { coupleId: couple.id, noteId: recordId(noteId) }, 1);
  if (!row?.note.signedAt || row.note.partnerId || !release.kinds.includes('jointNotes')) throw new NotFound();
  const [note] = (await openWholeNotes(tx, couple, keyring, [row])) as [WholeNote];
  if (!isFinal(note.status)) throw new NotFound();
  return { note, passages: passagesOf(note, release.partnerId) };
}

export async function decideNote(tx: ActorTx, input: DecideNoteInput): Promise<Answer> {
  const open = await openRelease(tx, input);
  const { release, couple, keyring } = open;
  if (open.isJointAuthorized)
    throw new Refusal('Nothing to decide: each partner has authorized the joint notes, so this one is included.');
  const { note, passages } = await openJointNote(open, input.noteId);
  const texts = input.decision === 'passagesRemoved' ? withoutPassages(passages, input.removed) : [];
  const isThere = (place: string) => {
    const [at, nth] = place.split('.').map(Number);
    return passages[at!]?.passages[nth!] !== undefined;
  };
  if (input.decision === 'passagesRemoved' && !input.removed.every(isThere))
    throw new Refusal('Not decided yet: something was added to this note since you opened this page. Read it again.');
  const id = randomUUID();
  const record: DecisionRecord = { reason: input.reason, texts };
  await insertDecision(tx, {
    id,
    coupleId: couple.id,
    releaseId: release.id,
    noteId: note.id,
    decision: input.decision,
    record: keyring.seal(decisionRef(release.practiceId, couple.id, id), JSON.stringify(record)),
  });
  await writeAudit(tx, {
    act: 'recorded',
    recordKind: 'jointNoteDecision',
    recordId: release.id,
    coupleId: couple.id,
    concernsPartnerId: release.partnerId,
  });
  return { redirectTo: pageOfRelease(release) };
}

export type NoteToDecide = {
  open: OpenRelease;
  noteId: string;
  startsAt: Date;
  passages: ReturnType<typeof passagesOf>;
  decided: { decision: 'leftOut' | 'passagesRemoved'; reason: string; at: Date } | null;
};

export async function readNoteToDecide(tx: ActorTx, ids: OfRelease & { noteId?: string }): Promise<NoteToDecide> {
  const open = await openRelease(tx, ids);
  const { note, passages } = await openJointNote(open, ids.noteId);
  const decided = open.decisions.find(({ noteId }) => noteId === note.id);
  return {
    open,
    noteId: note.id,
    startsAt: note.session.startsAt,
    passages,
    decided: decided
      ? {
          decision: decided.decision,
          at: decided.decidedAt,
          reason: (
            JSON.parse(
              open.keyring.open(decisionRef(open.release.practiceId, open.couple.id, decided.id), decided.record),
            ) as DecisionRecord
          ).reason,
        }
      : null,
  };
}
