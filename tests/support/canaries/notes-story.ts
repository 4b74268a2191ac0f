// What stands in and under session notes, and what is let out of a record: a canary in each text.
import { coSignAsSupervisor } from '@/lib/supervision/review-note';
import { commentAsAuthor, commentAsSupervisor } from '@/lib/supervision/threads';
import { dayAfter } from '@/lib/format/dates';
import { findNotes } from '@/lib/find-notes/find-notes';
import { findNotesInput } from '@/lib/find-notes/schema';
import { decideNote, readNoteToDecide } from '@/lib/record-releases/decide-note';
import { disclose } from '@/lib/record-releases/disclose';
import { authorizeRelease, makeRelease } from '@/lib/record-releases/make-release';
import { readDocumentToRead } from '@/lib/record-releases/read-releases';
import { decideNoteInput, makeReleaseInput } from '@/lib/record-releases/schema';
import { asActor } from '@/db/access/as-actor';
import { addAddendum } from '@/lib/session-notes/add-addendum';
import { saveNote } from '@/lib/session-notes/save-note';
import { signNote } from '@/lib/session-notes/sign-note';
import { startNote } from '@/lib/session-notes/start-note';
import { planSession } from '@/lib/sessions/plan-session';
import { doAs, PASSWORD, type Scene } from './scene';

export async function writeNotes(at: Scene): Promise<void> {
  const { canaries: c } = at;
  const { coupleId, first, second } = at.couple;
  const tess = at.therapist.token;
  let hour = 8;
  const write = async (partnerId: string | null): Promise<string> => {
    const session = {
      coupleId,
      with: partnerId ?? 'joint',
      on: '2026-01-05',
      at: `${String((hour += 1)).padStart(2, '0')}:00`,
      minutes: 50,
      place: '',
    };
    const { sessionId } = await asActor(tess, (tx) => planSession(tx, session));
    const { noteId } = await asActor(tess, (tx) => startNote(tx, { sessionId, format: 'DAP' }));
    const save = (version: number) => {
      const sections = { data: c.say(4), assessment: c.say(3), plan: c.say(3) };
      return doAs(at, tess, saveNote, { noteId, version, sections, isResolving: false });
    };
    await save(1);
    await save(2);
    await doAs(at, tess, signNote, { noteId, version: 3, password: PASSWORD });
    const added = c.say(3);
    await doAs(at, tess, addAddendum, { noteId, text: added });
    return noteId;
  };
  const jointId = await write(null);
  const ownId = await write(first.partnerId);
  await write(second.partnerId);

  const comments = [c.say(2), c.say(2)] as const;
  await doAs(at, at.supervisor.token, commentAsSupervisor, { noteId: ownId, text: comments[0] });
  await doAs(at, tess, commentAsAuthor, {
    noteId: ownId,
    text: comments[1],
    supervisorId: at.supervisor.staffMemberId,
  } as never);
  await doAs(at, at.supervisor.token, coSignAsSupervisor, { noteId: ownId, password: PASSWORD }).catch(() => undefined);
  // A search travels in a body and its answer is kept nowhere.
  const words = c.made.at(-1)!;
  await doAs(at, tess, findNotes, findNotesInput.parse({ coupleId, of: 'joint', words }));
  await release(at, jointId);
}

async function release(at: Scene, noteId: string): Promise<void> {
  const { canaries: c, today } = at;
  const { coupleId, first } = at.couple;
  const tess = at.therapist.token;
  const of = { coupleId, partnerId: first.partnerId };
  const asked = {
    ...of,
    askedBy: 'person',
    kinds: ['intake', 'individualNotes', 'jointNotes', 'contactNotes', 'checkIns', 'consents'],
    recipientName: c.short(),
    recipientAddress: c.say(2),
    purpose: c.say(2),
    untilOn: dayAfter(today, 30),
  };
  const { releaseId } = await doAs(at, tess, makeRelease, makeReleaseInput.parse(asked));
  const ids = { ...of, releaseId };
  await doAs(at, tess, authorizeRelease, { ...ids, signerId: first.partnerId, kind: 'signed', on: today });
  const { passages } = await asActor(tess, (tx) => readNoteToDecide(tx, { ...ids, noteId }));
  const reason = c.say(2);
  const removed = [Object.values(passages as unknown as Record<string, { id: string }>).at(0)?.id ?? '0.0'];
  await doAs(
    at,
    tess,
    decideNote,
    decideNoteInput.parse({ ...ids, noteId, decision: 'passagesRemoved', removed, reason }),
  );
  const { hash: readHash } = await asActor(tess, (tx) => readDocumentToRead(tx, ids));
  await doAs(at, tess, disclose, { ...ids, readHash, password: PASSWORD });
}
