// A supervisee with a couple, a supervisor, and what the two do about a note.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { asActor } from '@/db/access/as-actor';
import { readQueue } from '@/lib/supervision/read-queue';
import { readSupervisedNote } from '@/lib/supervision/read-supervised-note';
import { approveNote, coSignAsSupervisor, returnNote } from '@/lib/supervision/review-note';
import { commentAsSupervisor } from '@/lib/supervision/threads';
import { makeStaff, type StaffInTest } from '../../support/people';
import { hand, makeWriting, PASSWORD, type Writing } from '../session-notes/writing';

export type Asked = { from?: string; to?: string | null; approve?: boolean; coSign?: boolean };

export async function supervise(
  owner: pg.Pool,
  { practice, therapist }: Writing,
  supervisor: StaffInTest,
  { from = '2020-01-01', to = null, approve = true, coSign = true }: Asked = {},
): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `insert into supervisions (id, practice_id, supervisee_id, supervisor_id, from_on, to_on, may_see, must_approve, must_co_sign)
     values ($1, $2, $3, $4, $5, $6, true, $7, $8)`,
    [id, practice.practiceId, therapist.staffMemberId, supervisor.staffMemberId, from, to, approve, coSign],
  );
  return id;
}

/** Someone of this role who signs with the same password as everyone here. */
export async function makeSigner(
  owner: pg.Pool,
  { practice, therapist }: Writing,
  role: 'supervisor' | 'therapist' = 'supervisor',
  name = 'Sue Example',
): Promise<StaffInTest> {
  const staff = await makeStaff(owner, practice, [role], name);
  await owner.query(
    'update accounts a set password_hash = t.password_hash from accounts t where a.id = $1 and t.id = $2',
    [staff.accountId, therapist.accountId],
  );
  return staff;
}

/** The acts of a supervisor. */
export function over(supervisor: StaffInTest) {
  const as = <T>(work: Parameters<typeof asActor<T>>[1]) => asActor(supervisor.token, work);
  return {
    as,
    queue: () => as((tx) => readQueue(tx)),
    read: (noteId: string) => as((tx) => readSupervisedNote(tx, noteId)),
    approve: (noteId: string, password = PASSWORD) => as((tx) => approveNote(tx, { noteId, password })),
    coSign: (noteId: string, password = PASSWORD) => as((tx) => coSignAsSupervisor(tx, { noteId, password })),
    giveBack: (noteId: string, text: string) => as((tx) => returnNote(tx, { noteId, text })),
    comment: (noteId: string, text: string) => as((tx) => commentAsSupervisor(tx, { noteId, text })),
  };
}

export async function makeSupervision(owner: pg.Pool, asked: Asked = {}) {
  const writing = await makeWriting(owner);
  const supervisor = await makeSigner(owner, writing);
  const supervisionId = await supervise(owner, writing, supervisor, asked);
  const tess = hand(writing.therapist, writing.couple);
  /** A note of some past hour that Tess signed. */
  const signed = async (partnerId: string | null = null, data = 'What was said.') => {
    const noteId = await tess.begin(partnerId);
    await tess.save(noteId, 1, { data, assessment: '', plan: '' });
    await tess.sign(noteId, 2);
    return noteId;
  };
  return { writing, supervisor, supervisionId, tess, sue: over(supervisor), signed };
}
